// The window's calls about templates and the 表述库. A user's own templates are
// packages in templates/ of the user's data folder, their own phrases the file
// phrases.json beside it: both can be copied to a colleague's computer as they are.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { WebContents } from 'electron';
import { array, boolean, exactOptional, integer, maxLength, minLength, minValue, nullable, number, pipe, record, strictObject, strictTuple, string } from 'valibot';
import type { Package } from '../core/model/package';
import { writePackage } from '../core/model/package-file';
import { articleToJson } from '../core/model/package-json';
import { mergePhrases, readOwnPhrases, type OwnPhrases } from '../core/report/phrases';
import type { NewDocument, PhraseShelf, TemplateParts, TemplateShelf } from '../ipc/templates';
import { AppError } from '../node/app-error';
import { writeAtomically } from '../node/atomic-write';
import { PHRASES_FILE, readPhrasesFile } from '../node/own-phrases';
import { readPackageBytes, savePackage } from '../node/package-store';
import { LIBRARY, listTemplates, newPackage, TEMPLATES } from '../node/templates';
import type { Desk } from './desk';
import type { Loaded } from './held-document';
import { handle } from './handle';
import { NOTHING } from './payloads';
import { withEditions } from './with-editions';

const count = pipe(number(), integer(), minValue(0));
const short = pipe(string(), maxLength(4096));
const text = nullable(short);
const MEETING = strictObject({
  place: text, organisation: strictObject({ full: text, short: text }), term: nullable(number()), reportTerm: nullable(number()), session: nullable(number()),
  opens: text, closes: text, venue: text, speaker: text, chair: text, expected: nullable(number()), present: nullable(number()), salutation: text,
  superior: exactOptional(text),
});
const NEW = strictTuple([strictObject({ template: short, switches: record(short, boolean()), meeting: nullable(MEETING) })]);
const KEEP_TEMPLATE = strictTuple([count, count, pipe(short, minLength(1)), boolean()]);
const phrase = strictObject({ id: short, text: short, dated: short, source: short, use: short });
const KEEP_PHRASES = strictTuple([strictObject({ phrases: array(phrase), removed: array(short) })]);

/** What file systems refuse in a name. */
const REFUSED = /[\\/:*?"<>|\p{Cc}]|^\.|\s$/u;

class TemplateDesk {
  readonly #desk: Desk;
  readonly #folder: string;
  readonly #phrases: string;

  constructor(desk: Desk, userData: string) {
    this.#desk = desk;
    this.#folder = path.join(userData, 'templates');
    this.#phrases = path.join(userData, PHRASES_FILE);
  }

  list(): Promise<TemplateShelf> {
    return listTemplates(this.#ownFolder());
  }

  /** The package of a template, under the template's name. @throws AppError `template-unknown`, `switch-unknown`, and those of openInput. */
  #make({ template, switches, meeting }: NewDocument): Promise<Package> {
    const name = TEMPLATES.find(({ id }) => id === template)?.name ?? template;
    // A phrase taken off the list still stands in the templates that name it.
    const { own } = this.#ownPhrases();
    return newPackage({
      template, folder: this.#ownFolder(), name, meeting: meeting ?? {}, switches: new Map(Object.entries(switches)), phrases: mergePhrases(LIBRARY.phrases, { ...own, removed: [] }),
    });
  }

  async parts(request: NewDocument): Promise<TemplateParts> {
    const { name, articles, editions } = await this.#make(request);
    return { name, articles: articles.map(articleToJson), editions };
  }

  newDocument(request: NewDocument): ReturnType<Desk['take']> {
    return this.#desk.take(async (): Promise<Loaded> => {
      const made = await this.#make(request);
      const { name } = made;
      const pkg = withEditions({ ...made, id: randomUUID() });
      return { opened: await readPackageBytes(writePackage(pkg, null), name), file: null, isNew: true, notes: [], questions: [] };
    });
  }

  /** @throws AppError `template-name`, `template-exists`, `write-failed`. */
  async keepTemplate(document: number, version: number, name: string, overwrite: boolean): Promise<void> {
    const pkg = this.#desk.store.at(document, version);
    if (REFUSED.test(name) || name.length > 80) throw new AppError('template-name', `模板不能叫“${name}”：名字里不能有 \\ / : * ? " < > |，也不能太长。`);
    if (TEMPLATES.some(({ id }) => id === name)) throw new AppError('template-name', `“${name}”是自带模板的代号，请换一个名字。`);
    const file = path.join(this.#folder, `${name}.banxin`);
    if (!overwrite && existsSync(file)) throw new AppError('template-exists', `已经有一份模板叫“${name}”。`);
    mkdirSync(this.#folder, { recursive: true });
    await savePackage(file, { ...pkg, name, stage: null, versions: [], comments: [], ignored: [] }, null);
  }

  phraseShelf(): PhraseShelf {
    return { sections: LIBRARY.sections, shipped: LIBRARY.phrases, ...this.#ownPhrases() };
  }

  /** @throws AppError `phrases-invalid`, `write-failed`. */
  keepPhrases(own: OwnPhrases): void {
    const read = readOwnPhrases(own);
    if (!read.ok) throw new AppError('phrases-invalid', `没有存：${read.wrong}。`);
    writeAtomically(this.#phrases, (sink) => sink(Buffer.from(`${JSON.stringify(own, null, 2)}\n`)));
  }

  #ownFolder(): string | null {
    return existsSync(this.#folder) ? this.#folder : null;
  }

  /** A file that cannot be read is as if nobody had written one, and is said. */
  #ownPhrases(): { readonly own: OwnPhrases; readonly note: string | null } {
    const { own, wrong } = readPhrasesFile(this.#phrases);
    return { own, note: wrong === null ? null : `自己的表述库（${PHRASES_FILE}）${wrong}，现在只用自带的；存一次就会盖掉它。` };
  }
}

/** Registers them for a window. @param userData folder of the user's own. */
export function answerTemplateCalls(contents: WebContents, desk: Desk, userData: string): void {
  const templates = new TemplateDesk(desk, userData);
  handle(contents, 'templates', NOTHING, () => templates.list());
  handle(contents, 'newDocument', NEW, (request) => templates.newDocument(request));
  handle(contents, 'templateParts', NEW, (request) => templates.parts(request));
  handle(contents, 'keepTemplate', KEEP_TEMPLATE, async (document, version, name, overwrite) => {
    await templates.keepTemplate(document, version, name, overwrite);
    return null;
  });
  handle(contents, 'phraseShelf', NOTHING, async () => templates.phraseShelf());
  handle(contents, 'keepPhrases', KEEP_PHRASES, async (own) => {
    templates.keepPhrases(own);
    return null;
  });
}
