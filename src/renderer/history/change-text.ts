// What a group of 撤销历史 was about, in a few words: the article it touched and the
// text that it put in.
import type { PackageChange } from '../../core/model/change';

/** More of the text than this is no reminder any more. */
const MOST_SHOWN = 16;

/** Plain text of a step's slice, as its JSON has it; of a step without one, nothing. */
function textOf(json: unknown): string {
  if (Array.isArray(json)) return json.map(textOf).join('');
  if (typeof json !== 'object' || json === null) return '';
  const { text, content, slice } = json as { readonly text?: unknown; readonly content?: unknown; readonly slice?: unknown };
  return typeof text === 'string' ? text : textOf(content ?? slice ?? null);
}

/** The beginning of what was put in, or null where nothing was. */
export function insertedText(changes: readonly PackageChange[]): string | null {
  let text = '';
  for (const change of changes) {
    if (change.kind === 'steps') text += textOf(change.steps);
    if (text.length > MOST_SHOWN) break;
  }
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
