// What is left to do in a package, as everybody counts it (待办 in the window, what the dialog
// of roll-forward says will be left, what the command says): 待填, the placeholders, and 待核,
// the doubts and the set phrases that have aged. One definition, so that no two of them differ.
import type { Package } from '../model/package';
import { openPlaces, type OpenPlace } from '../model/stage';
import { stalePhrases, staleWords } from './phrase-age';

export interface OpenTask extends Omit<OpenPlace, 'kind'> {
  /** A placeholder is 待填, the others are 待核. */
  readonly kind: 'placeholder' | 'doubt' | 'phrase';
}

/** Everything open on the ISO day `today`, article by article. */
export function openTasks({ articles, meeting }: Pick<Package, 'articles' | 'meeting'>, today: string): readonly OpenTask[] {
  return articles.flatMap((article): OpenTask[] => [
    ...openPlaces(article, null, meeting),
    ...stalePhrases(article, meeting, today).map(({ dated, id: _id, ...place }): OpenTask => ({ ...place, kind: 'phrase', note: staleWords(dated) })),
  ]);
}

/** How many of each. */
export function countOpen(tasks: readonly OpenTask[]): { readonly blanks: number; readonly checks: number } {
  const blanks = tasks.filter(({ kind }) => kind === 'placeholder').length;
  return { blanks, checks: tasks.length - blanks };
}
