// 批注 as Word comments: a thread is a comment with its answers (commentsExtended
// ties them and says which are settled), and everybody who wrote is in people.xml. In:
// threads, and where their marks stand. Out: range elements at the right places, and
// the three parts. A thread whose words are gone has no place and is not written.
import type { Node } from 'prosemirror-model';
import type { Article, CommentThread, EditionKind } from '../../core/model/package';
import { isPrinted } from '../../core/model/conserved-text';
import { authorOf } from './author-name';
import type { OwnItem } from './own-item';
import { plainRun, run } from './run';
import { element, valued } from './xml';

interface WrittenEntry {
  readonly id: number;
  readonly paragraph: string;
  readonly parent: string | null;
  readonly by: string;
  readonly at: string;
  readonly text: string;
  readonly done: boolean;
}

export class Comments {
  private readonly threads: ReadonlyMap<string, CommentThread>;
  private readonly last = new Map<string, Node>();
  private readonly entries: WrittenEntry[] = [];
  private readonly open = new Map<string, readonly WrittenEntry[]>();
  private readonly written = new Set<string>();

  constructor(threads: readonly CommentThread[], articles: readonly Article[], edition: EditionKind, private readonly own: OwnItem) {
    this.threads = new Map(threads.map((thread) => [thread.id, thread]));
    for (const { fields, doc } of articles) {
      for (const root of [...Object.values(fields), doc]) {
        root?.descendants((node) => {
          if (!node.isInline || !isPrinted(node.marks.filter(({ type }) => type.name !== 'deleted'), edition)) return;
          for (const { type, attrs } of node.marks) if (type.name === 'comment') this.last.set(String(attrs.id), node);
        });
      }
    }
  }

  /** Threads that the file holds. */
  get size(): number {
    return this.written.size;
  }

  /** Opens a thread's ranges before its first words; nothing where they are open. */
  start(id: string): string {
    const thread = this.threads.get(id);
    if (thread === undefined || thread.entries.length === 0 || this.written.has(id)) return '';
    this.written.add(id);
    this.own.add({ kind: 'comment', first: this.entries.length, id, done: thread.done, ...(thread.quote === undefined ? {} : { quote: thread.quote }), at: thread.entries.map(({ at }) => at), by: thread.entries[0]!.by, text: thread.entries[0]!.text });
    const entries = thread.entries.map((entry, index): WrittenEntry => ({
      ...entry, id: this.entries.length + index, paragraph: paragraphId(this.entries.length + index), parent: index === 0 ? null : paragraphId(this.entries.length), done: thread.done,
    }));
    this.entries.push(...entries);
    this.open.set(id, entries);
    return entries.map((entry) => element('w:commentRangeStart', { 'w:id': entry.id })).join('');
  }

  /** Closes a thread's ranges behind its last words. */
  endAfter(id: string, node: Node): string {
    const entries = this.open.get(id);
    if (entries === undefined || this.last.get(id) !== node) return '';
    this.open.delete(id);
    return entries.map((entry) => element('w:commentRangeEnd', { 'w:id': entry.id }) + run(element('w:rPr', {}, valued('w:rStyle', 'CommentReference')), element('w:commentReference', { 'w:id': entry.id }))).join('');
  }

  /** comments.xml, commentsExtended.xml, people.xml by their names; none where there is no comment. */
  parts(namespaces: Readonly<Record<string, string>>): ReadonlyMap<'comments' | 'commentsExtended' | 'people', string> {
    if (this.entries.length === 0) return new Map();
    const comments = this.entries.map(({ id, paragraph, by, at, text }) => element('w:comment', { 'w:id': id, 'w:author': authorOf(by), 'w:date': wordDate(at), 'w:initials': [...by][0] ?? '' }, ...paragraphs(text, paragraph)));
    const extended = this.entries.map(({ paragraph, parent, done }) => element('w15:commentEx', { 'w15:paraId': paragraph, 'w15:paraIdParent': parent, 'w15:done': done ? 1 : 0 }));
    const people = [...new Set(this.entries.map(({ by }) => authorOf(by)))].map((name) => element('w15:person', { 'w15:author': name }, element('w15:presenceInfo', { 'w15:providerId': 'None', 'w15:userId': name })));
    return new Map([
      ['comments', element('w:comments', namespaces, ...comments)],
      ['commentsExtended', element('w15:commentsEx', namespaces, ...extended)],
      ['people', element('w15:people', namespaces, ...people)],
    ]);
  }
}

/** Paragraphs of a comment; the last one's id is what answers name. */
function paragraphs(text: string, id: string): string[] {
  const lines = text.split('\n');
  return lines.map((line, index) => element('w:p', index === lines.length - 1 ? { 'w14:paraId': id, 'w14:textId': '77777777' } : {}, element('w:pPr', {}, valued('w:pStyle', 'CommentText')), plainRun(line)));
}

/** Below 0x80000000, as the schema asks. */
const paragraphId = (index: number): string => (0x42580001 + index).toString(16).toUpperCase().padStart(8, '0');

/** To the second, as Word writes it; a day alone is its beginning; nothing where it is no date. */
function wordDate(at: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?)?/.exec(at);
  return match === null ? null : `${match[1]}T${match[2] ?? '00:00'}${match[3] ?? ':00'}Z`;
}
