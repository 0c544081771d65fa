// What `export` and `typeset` share: the options that say what to set in which
// faces, and the work from file to edition. Both set type, so both take them.
import type { Diagnostic } from '../core/diagnostic';
import { chooseEdition, DEFAULT_PRESET, DRAFT, type EditionPreset } from '../core/model/editions';
import type { Edition, EditionKind, Package } from '../core/model/package';
import { isKnownStage } from '../core/model/stage';
import { AppError } from '../node/app-error';
import { findFonts, type FontRequest, type FoundFonts } from '../node/fonts';
import { localMinute } from '../node/local-minute';
import { openInput, type ReadText } from '../node/package-store';
import { openPreset, shippedPreset } from '../node/presets';
import type { Arguments } from './arguments';
import { compileKernels } from './kernels';
import { say } from './print';

export const EDITION_OPTIONS = { edition: 'value', article: 'value', preset: 'value', stage: 'value', fonts: 'value' } as const;

/** Part of a usage line. */
export const EDITION_USAGE = '--edition booklet|newspaper|speech|draft|编号 [--article 编号] [--preset 名称|文件] [--stage 稿次] [--fonts 文件夹]';

export interface Chosen {
  readonly pkg: Package;
  readonly edition: Edition;
  readonly fonts: FoundFonts;
  /** Gives the places of diagnostics the lines of the raw text; a package has none. */
  readonly withLines: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];
}

/** Set in tests and CI: the pinned faces alone, so that every machine sets the same page. */
const PINNED_ONLY = 'BANXIN_PINNED_FACES';

/** Opens the file, chooses the edition (`usual` where none is named) and finds the faces. @throws AppError */
export async function openForSetting(args: Arguments, usual: EditionKind | null = null): Promise<Chosen> {
  const { pkg: opened, text, notes } = await openInput(args.files[0]!);
  for (const note of notes) say(`注意：${note}`);
  const stage = args.value('stage');
  if (stage !== null && !isKnownStage(stage)) say(`注意：稿次“${stage}”不是常用的稿次名，照自拟的印；有待填、待核的，输出前要确认（--accept）`);
  const pkg: Package = stage === null ? opened : { ...opened, stage };
  const named = args.value('preset');
  const preset: EditionPreset | null = named === null ? null : await openPreset(named);
  const request = { edition: args.value('edition') ?? usual ?? '', article: args.value('article'), preset };
  const choice = chooseEdition(pkg, request, (kind) => shippedPreset(DEFAULT_PRESET[kind]));
  if (!choice.ok) throw new AppError(choice.code, choice.message);
  if (choice.note !== null) say(`注意：${choice.note}`);
  compileKernels();
  const fonts = findFonts(facesAsked(args, choice.edition.kind));
  // A draft bears the moment it was printed; with --date that day alone, so that the same command gives the same pages.
  const edition = request.edition === choice.edition.id && choice.edition.id === DRAFT ? { ...choice.edition, printedAt: args.value('date') ?? localMinute(new Date()) } : choice.edition;
  return { pkg, edition, fonts, withLines: await sourceLines(text) };
}

/** The faces that `--fonts` and the environment ask for, for a kind of edition. */
export function facesAsked(args: Arguments, edition: EditionKind): FontRequest {
  const dir = args.value('fonts');
  return { system: dir === null && process.env[PINNED_ONLY] === undefined, edition, ...(dir === null ? {} : { dir }) };
}

/** Gives places of the raw text that was read their lines; leaves those of a package as they are. */
export async function sourceLines(text: ReadText | null): Promise<Chosen['withLines']> {
  if (text === null) return (diagnostics) => diagnostics;
  const { withSourceLines } = await import('../core/import/index');
  return (diagnostics) => withSourceLines(diagnostics, text.recognition);
}
