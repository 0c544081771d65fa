import { Fragment, Slice, type Node } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { applyChange } from '../../core/model/apply-change';
import type { ChangeGroup, PackageChange } from '../../core/model/change';
import { readPackage } from '../../core/model/package-file';
import type { Package } from '../../core/model/package';
import { schema } from '../../core/model/schema';
import type { Opened, Result } from '../../ipc/index';
import type { TextEdit } from '../editor/text-view';
import type { Caret } from './places';
import { DocumentSession, type Follow, type TextTarget } from './document-session';

const OPENED: Opened = { document: 3, file: 'a.banxin', readOnly: null, version: 5, dirty: false, bytes: new Uint8Array(), notes: [], questions: [] };
const BODY: TextTarget = { article: 'a', field: null };
const TITLE: TextTarget = { article: 'a', field: 'deck.main' };

/** A session with its two followers, which apply what they are sent. */
class Bench {
  readonly start: Package;
  main: Package;
  worker: Package;
  readonly versions: number[] = [];
  readonly follows: Follow[] = [];
  readonly notices: string[] = [];
  caret: Caret | null = null;
  readonly restored: Caret[] = [];
  readonly undone: number[] = [];
  resynced: Package | null = null;
  /** What main answers to the next groups. */
  refusing = false;
  readonly session: DocumentSession;

  constructor(start: Package) {
    this.start = start;
    this.main = start;
    this.worker = start;
    this.session = new DocumentSession(OPENED, start, {
      undone: (step) => this.undone.push(step),
      main: {
        apply: (document, version, group) => Promise.resolve(this.#apply(document, version, group)),
        resync: (_document, _version, bytes) => {
          this.resynced = readPackage(bytes).pkg;
          return Promise.resolve({ ok: true, value: null });
        },
      },
      worker: { change: (_version, changes) => (this.worker = this.#follow(this.worker, changes)) },
      notice: (message) => this.notices.push(message),
      caret: () => this.caret,
      restore: (caret) => this.restored.push(caret),
    });
    this.session.onFollow((follow) => this.follows.push(follow));
  }

  #apply(document: number, version: number, group: ChangeGroup): Result<null> {
    expect(document).toBe(OPENED.document);
    this.versions.push(version);
    if (this.refusing) return { ok: false, code: 'change-refused', message: '对不上。' };
    this.main = this.#follow(this.main, group.changes);
    return { ok: true, value: null };
  }

  #follow(pkg: Package, changes: readonly PackageChange[]): Package {
    // What is sent is plain data, as a structured clone leaves it.
    return (structuredClone(changes) as PackageChange[]).reduce((current, change) => {
      const result = applyChange(current, change);
      if (!result.ok) throw new RangeError(result.reason);
      return result.value;
    }, pkg);
  }

  /** Types at the start of a text, as a view does. */
  type(target: TextTarget, text: string, kind: TextEdit['kind'] = 'typing'): void {
    const before = this.textOf(this.session.pkg, target) ?? schema.node('doc', null, [schema.node('paragraph')]);
    const step = new ReplaceStep(1, 1, new Slice(Fragment.from(schema.text(text)), 0, 0));
    const after = step.apply(before).doc;
    if (after === null) throw new RangeError('cannot type there');
    this.session.typed(target, { steps: [step], before, after, kind, label: '输入' });
  }

  textOf(pkg: Package, { article: id, field }: TextTarget): Node | null {
    const found = pkg.articles.find((each) => each.id === id);
    return found === undefined ? null : field === null ? found.doc : found.fields[field];
  }

  /** Text of a target in the session, in main and in the worker. */
  texts(target: TextTarget): readonly (string | null)[] {
    return [this.session.pkg, this.main, this.worker].map((pkg) => this.textOf(pkg, target)?.textContent ?? null);
  }
}

const bench = (): Bench => new Bench(packageOf([article('a', 'report', doc(p('正文')))]));
const everywhere = (text: string | null): readonly (string | null)[] => [text, text, text];

describe('one change log, three holders', () => {
  it('what is typed is in main and worker, by versions that follow one another', () => {
    const at = bench();
    at.type(BODY, '甲');
    at.type(BODY, '乙', 'command');
    expect(at.texts(BODY)).toEqual(everywhere('乙甲正文'));
    expect(at.versions).toEqual([6, 7]);
    // The view shows it already: nobody is told to follow.
    expect(at.follows).toEqual([]);
  });

  it('the page worker has a change before the window draws anything of it', () => {
    const at = bench();
    const seen: (string | undefined)[] = [];
    at.session.state.watch(() => seen.push(at.worker.articles[0]?.doc.textContent));
    at.type(BODY, '甲');
    expect(seen).toEqual(['甲正文']);
  });

  it('undo and redo go everywhere, and the text on screen follows with its caret', () => {
    const at = bench();
    at.type(BODY, '甲', 'composition');
    at.session.undo();
    expect(at.texts(BODY)).toEqual(everywhere('正文'));
    expect(at.follows.map(({ reveal }) => reveal)).toEqual([true]);
    at.session.redo();
    expect(at.texts(BODY)).toEqual(everywhere('甲正文'));
  });

  it('typing without a pause is one step of undo, each composition is one of its own', () => {
    const at = bench();
    at.type(BODY, '甲');
    at.type(BODY, '乙');
    at.type(BODY, '丙', 'composition');
    at.type(BODY, '丁', 'composition');
    const seen: (string | null | undefined)[] = [];
    for (let i = 0; i < 3; i++) {
      at.session.undo();
      seen.push(at.texts(BODY)[0]);
    }
    expect(seen).toEqual(['丙乙甲正文', '乙甲正文', '正文']);
  });

  it('nothing to undo is said, not thrown', () => {
    const at = bench();
    at.session.undo();
    expect(at.notices).toEqual(['没有可撤销的修改']);
    expect(at.versions).toEqual([]);
  });

  it('a change that no text on screen made is told to the texts', () => {
    const at = bench();
    at.session.change([{ kind: 'set', path: 'articles/a/label', from: null, to: '社论' }], '改栏目');
    expect(at.main.articles[0]?.label).toBe('社论');
    expect(at.follows.map(({ reveal }) => reveal)).toEqual([false]);
  });
});

describe('W7: undo brings the caret back, and the history can be walked', () => {
  const at = (block: number, offset: number): Caret => ({ article: 'a', field: null, block, offset });
  const three = (): Bench => {
    const start = bench();
    for (const [text, offset] of [['甲', 2], ['乙', 1], ['丙', 0]] as const) {
      start.caret = at(0, offset);
      start.type(BODY, text, 'command');
    }
    return start;
  };

  it('undo puts it where it was before the change, redo shows the change', () => {
    const here = three();
    here.caret = at(7, 7);
    here.session.undo();
    here.session.undo();
    expect(here.restored).toEqual([at(0, 0), at(0, 1)]);
    expect(here.follows.map(({ reveal }) => reveal)).toEqual([false, false]);
    here.session.redo();
    expect(here.restored).toHaveLength(2);
    expect(here.follows.at(-1)?.reveal).toBe(true);
    // Undone a second time it goes where it was at first.
    here.session.undo();
    expect(here.restored.at(-1)).toEqual(at(0, 1));
  });

  it('tells which step was undone, the same one the second time; a redo undoes none', () => {
    const here = three();
    expect(here.session.lastStep).toBe(2);
    here.session.undo();
    here.session.redo();
    expect(here.undone).toEqual([2]);
    here.session.undo();
    here.session.undoOnly(0);
    expect(here.undone).toEqual([2, 2, 0]);
  });

  it('joined typing has the caret from before its first letter', () => {
    const here = bench();
    here.caret = at(0, 2);
    here.type(BODY, '甲');
    here.caret = at(0, 1);
    here.type(BODY, '乙');
    here.session.undo();
    expect(here.restored).toEqual([at(0, 2)]);
  });

  it('lists groups without undoings; back to one, and forth again', () => {
    const here = three();
    expect(here.session.steps().map(({ label, undone }) => [label, undone])).toEqual([['输入', false], ['输入', false], ['输入', false]]);
    here.session.undoTo(1);
    expect(here.texts(BODY)).toEqual(everywhere('甲正文'));
    expect(here.session.steps().map(({ index, undone }) => [index, undone])).toEqual([[0, false], [1, true], [2, true]]);
    here.session.redoTo(2);
    expect(here.texts(BODY)).toEqual(everywhere('丙乙甲正文'));
    expect(here.notices).toEqual([]);
  });

  it('one in the middle alone, or the reason why not', () => {
    const here = three();
    expect(here.session.undoOnly(1)).toBeNull();
    expect(here.texts(BODY)).toEqual(everywhere('丙甲正文'));
    // The caret is not thrown about: what was done since stands.
    expect(here.restored).toEqual([]);
    expect(here.session.undoOnly(1)).toBe('这一步已经撤销');
    const title = bench();
    title.type(TITLE, '题', 'composition');
    title.session.change([{ kind: 'set', path: 'articles/a/fields/deck.main', from: title.textOf(title.session.pkg, TITLE)?.toJSON() ?? null, to: null }], '清空');
    expect(title.session.undoOnly(0)).toMatch(/./);
  });

  it('of several texts the first comes into view', () => {
    const here = new Bench(packageOf([article('a', 'report', doc(p('正文'))), article('b', 'news', doc(p('正文')))]));
    const steps = [new ReplaceStep(1, 1, new Slice(Fragment.from(schema.text('新')), 0, 0)).toJSON() as unknown];
    here.session.change([{ kind: 'steps', article: 'a', field: null, steps }, { kind: 'steps', article: 'b', field: null, steps }], '全部替换');
    here.session.undo();
    here.session.redo();
    expect(here.follows.slice(-2).map(({ reveal }) => reveal)).toEqual([true, false]);
    expect(here.texts({ article: 'b', field: null })).toEqual(everywhere('新正文'));
  });
});

describe('a field that appears and vanishes', () => {
  it('the first letter makes it, deleting the last takes it away, undo brings it back', () => {
    const at = bench();
    at.type(TITLE, '题', 'composition');
    expect(at.texts(TITLE)).toEqual(everywhere('题'));
    const before = at.textOf(at.session.pkg, TITLE);
    if (before === null) throw new RangeError('no title');
    const step = new ReplaceStep(1, 2, Slice.empty);
    at.session.typed(TITLE, { steps: [step], before, after: step.apply(before).doc ?? before, kind: 'command', label: '输入' });
    expect(at.texts(TITLE)).toEqual(everywhere(null));
    at.session.undo();
    expect(at.texts(TITLE)).toEqual(everywhere('题'));
    at.session.undo();
    expect(at.texts(TITLE)).toEqual(everywhere(null));
  });
});

describe('where main refuses a change', () => {
  it('the whole text is handed over, and the user is told', async () => {
    const at = bench();
    at.refusing = true;
    at.type(BODY, '甲');
    await expect.poll(() => at.resynced?.articles[0]?.doc.textContent).toBe('甲正文');
    await expect.poll(() => at.notices.join()).toContain('没有丢字');
  });
});
