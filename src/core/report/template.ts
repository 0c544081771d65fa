// What a template is: data of ours (resources/templates, resources/phrases), read
// as it prints. Texts are in the small markup of read-markup.ts, where 〔数字：提案
// 件数〕 is a placeholder with its note and {place} a field of the meeting record;
// make-package.ts makes a package of it. A user's own template is no such record:
// it is a saved package (src/node/templates.ts).
import type { ArticleKind, BookletParts, EditionKind, FieldPath, Meeting, Phase } from '../model/package';

/** Boilerplate that some meetings have and others not: asked at 新建. */
export interface TemplateSwitch {
  readonly id: string;
  /** What is asked, as a noun phrase: 民主监督单列一条. */
  readonly title: string;
  readonly default: boolean;
}

/** A block in markup, a standard section whole, blocks that hold only with a switch, or a table of cells in inline markup. */
export type BlockSpec =
  | string
  | { readonly section: string }
  | { readonly when: string; readonly blocks: readonly BlockSpec[]; readonly else?: readonly BlockSpec[] }
  | { readonly table: readonly (readonly string[])[] };

export interface ArticleSpec {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly label?: string;
  /** Inline markup by path; what is not named the article has not. */
  readonly fields: Readonly<Partial<Record<FieldPath, string>>>;
  readonly blocks: readonly BlockSpec[];
}

/** An edition of each article of the template, from a shipped preset (left out: the kind's usual one). */
export interface EditionSpec {
  readonly kind: EditionKind;
  readonly name: string;
  readonly preset?: string;
  readonly phase?: Phase;
  readonly booklet?: Partial<BookletParts>;
}

export interface Template {
  readonly id: string;
  readonly name: string;
  /** What it is for and what it holds, in a sentence. */
  readonly about: string;
  readonly switches: readonly TemplateSwitch[];
  /** Values that the record takes where nobody gave one: 各位委员. */
  readonly meeting: Partial<Meeting>;
  readonly articles: readonly ArticleSpec[];
  readonly editions: readonly EditionSpec[];
}

/** A standard section (TYPESETTING W-05 … W-16), inserted singly or named by templates. Its text asks no switch. */
export interface Section {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly blocks: readonly string[];
}

/** A set phrase of the 表述库 in inline markup, with its age. */
export interface Phrase {
  readonly id: string;
  readonly text: string;
  /** Month of the wording, as 2025-10. */
  readonly dated: string;
  /** Where the wording comes from. */
  readonly source: string;
  /** Where in a text it is used. */
  readonly use: string;
}

/** What templates are made of. */
export interface Library {
  readonly sections: readonly Section[];
  readonly phrases: readonly Phrase[];
}

/** A template as lists show it: ours, or a package of the user's folder. */
export interface TemplateEntry {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** A package of the user's folder. */
  readonly own: boolean;
  readonly articles: readonly { readonly id: string; readonly kind: ArticleKind }[];
  readonly switches: readonly TemplateSwitch[];
}
