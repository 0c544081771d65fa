// What a group of 撤销历史 was about, in a few words: the article it touched and the
// text that it put in.
import type { PackageChange } from '../../core/model/change';

/** More of the text than this is no reminder any more. */
const MOST_SHOWN = 16;

/** Plain text of a slice, as its JSON has it. */
function textOf(json: unknown): string {
  if (Array.isArray(json)) return json.map(textOf).join('');
  if (typeof json !== 'object' || json === null) return '';
  const { text, content } = json as { readonly text?: unknown; readonly content?: unknown };
  return typeof text === 'string' ? text : textOf(content ?? null);
}

/** What steps put in and did not take out again themselves: of a composition its last letters, not the pinyin. */
function netText(steps: readonly unknown[]): string {
  let done = '';
  // The run of text that is being put in, and its first position.
  let run = '';
  let start = 0;
  for (const json of steps) {
    const { from, to, slice } = json as { readonly from?: unknown; readonly to?: unknown; readonly slice?: unknown };
    if (typeof from !== 'number' || typeof to !== 'number') continue;
    const text = textOf(slice ?? null);
    if (run !== '' && from >= start && to <= start + run.length) run = run.slice(0, from - start) + text + run.slice(to - start);
    else {
      done += run;
      run = text;
      start = from;
    }
  }
  return done + run;
}

/** The beginning of what was put in, or null where nothing was. */
export function insertedText(changes: readonly PackageChange[]): string | null {
  const steps = changes.flatMap((change): readonly unknown[] => (change.kind === 'steps' ? change.steps : []));
  const text = netText(steps);
  if (text === '') return null;
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

/** Ids of the articles that were touched, in the order of the changes. */
export function touchedArticles(changes: readonly PackageChange[]): readonly string[] {
  const ids = new Set<string>();
  for (const change of changes) {
    if (change.kind === 'steps') ids.add(change.article);
    else if (change.kind === 'set') {
      const id = /^articles\/([^/]+)\//.exec(change.path)?.[1];
      if (id !== undefined) ids.add(id);
    } else if (change.kind !== 'move' && change.what === 'article') ids.add((change.value as { readonly id: string }).id);
  }
  return [...ids];
}
