// The part of the contract that is about beginning: templates, standard sections and
// the 表述库. All of it is data that main has (ours bundled, the user's in the user's
// data folder); the window makes blocks of sections and phrases by core itself.
import type { Edition, Meeting } from '../core/model/package';
import type { ArticleJson } from '../core/model/package-json';
import type { OwnPhrases } from '../core/report/phrases';
import type { Phrase, Section, TemplateEntry } from '../core/report/template';
import type { Opened } from './opened';
import type { Result } from './result';

export interface TemplateShelf {
  /** Ours, then the user's own. */
  readonly templates: readonly TemplateEntry[];
  /** Own ones that could not be read, in Chinese. */
  readonly notes: readonly string[];
}

export interface PhraseShelf {
  readonly sections: readonly Section[];
  /** As they ship. */
  readonly shipped: readonly Phrase[];
  /** The user's own over them. */
  readonly own: OwnPhrases;
  /** Why the user's own could not be read, in Chinese; null where they could. */
  readonly note: string | null;
}

export interface NewDocument {
  readonly template: string;
  /** Answers by switch; what is not answered stands as the template has it. */
  readonly switches: Readonly<Record<string, boolean>>;
  /** The record to begin with; null: an empty one. */
  readonly meeting: Meeting | null;
}

export interface TemplateParts {
  /** Of the template. */
  readonly name: string;
  readonly articles: readonly ArticleJson[];
  readonly editions: readonly Edition[];
}

export interface TemplatesApi {
  templates(): Promise<Result<TemplateShelf>>;
  /** Makes a package and opens it in place of the open one. null: the user chose to stay. */
  newDocument(request: NewDocument): Promise<Result<Opened | null>>;
  /** What a template holds, to be put into the open package; its record is the package's. */
  templateParts(request: NewDocument): Promise<Result<TemplateParts>>;
  /** Keeps the open text of this version as a template of the user's own. `overwrite`: in place of one of that name. */
  keepTemplate(document: number, version: number, name: string, overwrite: boolean): Promise<Result<null>>;
  phraseShelf(): Promise<Result<PhraseShelf>>;
  /** Writes the user's own 表述库 whole. */
  keepPhrases(own: OwnPhrases): Promise<Result<null>>;
}

export const TEMPLATES_METHODS = ['templates', 'newDocument', 'templateParts', 'keepTemplate', 'phraseShelf', 'keepPhrases'] as const satisfies readonly (keyof TemplatesApi)[];
