// The templates: ours (data of resources/, bundled like the presets and proven by
// templates.test.ts) and a user's own, which are packages saved in a folder. Both
// are listed side by side and made into a new package with a new id. What window
// and command line share; which folder is the user's, they say.
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Meeting, Package } from '../core/model/package';
import { makePackage } from '../core/report/make-package';
import type { Library, Phrase, Section, Template, TemplateEntry, TemplateSwitch } from '../core/report/template';
import closing from '../../resources/phrases/closing.json';
import congress from '../../resources/phrases/congress.json';
import cppcc from '../../resources/phrases/cppcc.json';
import guidance from '../../resources/phrases/guidance.json';
import agenda from '../../resources/templates/agenda.json';
import announcement from '../../resources/templates/announcement.json';
import brief from '../../resources/templates/brief.json';
import chairScript from '../../resources/templates/chair-script.json';
import closingAddress from '../../resources/templates/closing-address.json';
import closingStory from '../../resources/templates/closing-story.json';
import congressAnnual from '../../resources/templates/congress-annual.json';
import cppccAnnual from '../../resources/templates/cppcc-annual.json';
import cppccTerm from '../../resources/templates/cppcc-term.json';
import editorial from '../../resources/templates/editorial.json';
import nameList from '../../resources/templates/name-list.json';
import openingAddress from '../../resources/templates/opening-address.json';
import openingStory from '../../resources/templates/opening-story.json';
import politicalResolution from '../../resources/templates/political-resolution.json';
import proposals from '../../resources/templates/proposals.json';
import resolution from '../../resources/templates/resolution.json';
import schedule from '../../resources/templates/schedule.json';
import sections from '../../resources/templates/sections.json';
import { AppError, toAppError } from './app-error';
import { openInput } from './package-store';
import { shippedPreset } from './presets';

/** In the order of a plenary's papers: reports, paper of the opening and the closing, resolutions, addresses, lists. */
export const TEMPLATES = [
  cppccAnnual, cppccTerm, congressAnnual, proposals, openingStory, editorial, brief, closingStory,
  resolution, politicalResolution, openingAddress, closingAddress, chairScript, agenda, schedule, nameList, announcement,
] as readonly Template[];

/** Sections and phrases that ship. */
export const LIBRARY: Library = {
  sections: sections as readonly Section[],
  phrases: [...guidance as readonly Phrase[], ...cppcc as readonly Phrase[], ...congress as readonly Phrase[], ...closing as readonly Phrase[]],
};

export interface TemplateList {
  readonly templates: readonly TemplateEntry[];
  /** Own ones that could not be read (Chinese). */
  readonly notes: readonly string[];
}

const ENDING = '.banxin';

/** Names of the user's own templates: files of the folder without their ending; none where there is no folder. */
function ownNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => file.toLowerCase().endsWith(ENDING) && !file.startsWith('.')).map((file) => file.slice(0, -ENDING.length)).sort();
  } catch (error) {
    throw toAppError(error, 'templates-unreadable', '读取', folder);
  }
}

const kindsOf = (articles: TemplateEntry['articles']): TemplateEntry['articles'] => articles.map(({ id, kind }) => ({ id, kind }));

/** Ours, then those of `folder` (null: none). @throws AppError `templates-unreadable`. */
export async function listTemplates(folder: string | null): Promise<TemplateList> {
  const ours = TEMPLATES.map(({ id, name, about, articles, switches }): TemplateEntry => ({ id, name, about, own: false, articles: kindsOf(articles), switches }));
  const own: TemplateEntry[] = [];
  const notes: string[] = [];
  for (const name of folder === null ? [] : ownNames(folder)) {
    try {
      const { pkg } = await openInput(join(folder!, name + ENDING));
      own.push({ id: name, name, about: `自己的模板：${pkg.articles.length} 篇稿件`, own: true, articles: kindsOf(pkg.articles), switches: [] });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      notes.push(error.message);
    }
  }
  return { templates: [...ours, ...own], notes };
}

export interface NewRequest {
  readonly template: string;
  /** The user's folder of templates, or null. */
  readonly folder: string | null;
  readonly name: string;
  readonly meeting: Partial<Meeting>;
  readonly switches: ReadonlyMap<string, boolean>;
  /** Ours with the user's own over them. */
  readonly phrases: readonly Phrase[];
}

/** Two packages of one template are two packages: a random id, as long as textId's. */
function newId(): string {
  return randomBytes(12).toString('hex');
}

/** The new package of a template. @throws AppError `template-unknown`, `switch-unknown`, and those of openInput. */
export async function newPackage(request: NewRequest): Promise<Package> {
  const { template: id, folder, name, meeting, switches, phrases } = request;
  const ours = TEMPLATES.find((one) => one.id === id);
  const own = ours === undefined && folder !== null ? ownNames(folder).find((one) => one === id) : undefined;
  if (own !== undefined) {
    refuseSwitches(id, [], switches);
    const { pkg } = await openInput(join(folder!, own + ENDING));
    return fromPackage(pkg, name, meeting);
  }
  if (ours === undefined) {
    const known = [...TEMPLATES.map((one) => one.id), ...(folder === null ? [] : ownNames(folder))].join('、');
    throw new AppError('template-unknown', `没有模板“${basename(id)}”；可用 ${known}`);
  }
  refuseSwitches(id, ours.switches, switches);
  return makePackage(ours, { id: newId(), name, meeting, switches, library: { ...LIBRARY, phrases }, preset: shippedPreset });
}

function refuseSwitches(id: string, known: readonly TemplateSwitch[], given: ReadonlyMap<string, boolean>): void {
  for (const name of given.keys()) {
    if (known.some((one) => one.id === name)) continue;
    const can = known.map((one) => `${one.id}（${one.title}）`).join('、');
    throw new AppError('switch-unknown', `模板“${id}”没有开关“${name}”${can === '' ? '，它没有开关' : `；有 ${can}`}`);
  }
}

/** A saved package as a template: its texts, record and editions; nobody's versions, comments or ignored findings. */
function fromPackage(pkg: Package, name: string, meeting: Partial<Meeting>): Package {
  const editions = pkg.editions.map((edition) => ({ ...edition, date: null, faces: {} }));
  return { ...pkg, id: newId(), name, stage: null, meeting: { ...pkg.meeting, ...meeting }, editions, versions: [], comments: [], ignored: [] };
}
