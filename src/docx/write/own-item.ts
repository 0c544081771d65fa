// The custom XML part: what Word has no words for, kept beside the document so that
// our own file comes back exactly. Word, WPS and LibreOffice carry such a part along;
// where one drops it, structure still comes back from styles and tags, and only these
// details are lost. In: details by number as the writer meets them. Out: the part.
import type { ArticleKind, EditionKind } from '../../core/model/package';
import { OWN_BOOKMARK, OWN_NAMESPACE } from '../own-names';
import { element } from './xml';

/** What a detail is of: a range (a mark), a point (a note without its anchor printed), a block, an article. */
export type OwnDetail =
  | { readonly kind: 'mark'; readonly mark: string; readonly attrs: Readonly<Record<string, unknown>> }
  | { readonly kind: 'note'; readonly term: string; readonly text: string }
  | { readonly kind: 'placeholder'; readonly was: string | null; readonly note: string | null }
  | { readonly kind: 'block'; readonly attrs: Readonly<Record<string, unknown>> }
  | { readonly kind: 'article'; readonly id: string; readonly article: ArticleKind }
  /** `first`: id of its first w:comment; `by`, `text`: who said what there, for programs number comments anew. */
  | { readonly kind: 'comment'; readonly first: number; readonly id: string; readonly done: boolean; readonly quote?: string; readonly at: readonly string[]; readonly by: string; readonly text: string };

export interface OwnPackage {
  readonly id: string;
  readonly name: string;
  readonly stage: string | null;
  readonly edition: string;
  /** Kind of that edition, and how many stretches it left out of the file (见报略, 宣读略). */
  readonly kind: EditionKind;
  readonly leftOut: number;
  readonly meeting: unknown;
}

/** Collects details and gives each its number. */
export class OwnItem {
  private readonly details: OwnDetail[] = [];

  add(detail: OwnDetail): number {
    return this.details.push(detail);
  }

  /** The part's root; details are JSON, as the package's own file has them. */
  xml(pkg: OwnPackage): string {
    return element('banxin', { xmlns: OWN_NAMESPACE }, element('package', {}, escapeText(JSON.stringify(pkg))),
      ...this.details.map((detail, index) => element('detail', { n: index + 1 }, escapeText(JSON.stringify(detail)))));
  }
}

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Name of the bookmark for a detail. */
export function ownBookmark(detail: number): string {
  return `${OWN_BOOKMARK}${detail}`;
}
