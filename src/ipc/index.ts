// The contract between main and the window: method names, payloads, events.
// Payloads are plain data and cross by structured clone; a package crosses as
// the bytes of its file, so that there is one format and one reader of it.
// Every answer is a Result, because Electron passes only an error's message.
// The window names no path: files are chosen by main's dialogs, dropped files
// are turned into paths by preload, results are named by their job.
import type { ChangeGroup } from '../core/model/change';
import type { Diagnostic } from '../core/diagnostic';
import type { FaceAdjust, FontRole } from '../core/font';
import type { DraftWish } from '../core/model/draft-wish';
import type { EditionKind } from '../core/model/package';
import type { Exported, Opened, Saved } from './opened';
import type { Failure, Result } from './result';
import { EDITIONS_METHODS, type EditionsApi } from './editions';
import { IMPORTING_METHODS, type ImportingApi } from './importing';
import { LEDGER_METHODS, type LedgerApi } from './ledger';
import { COMPARING_METHODS, type ComparingApi } from './comparing';
import { TAKE_BACK_METHODS, type TakeBackApi } from './take-back';
import { WORD_METHODS, type WordApi } from './word';
import { MAKEUP_METHODS, type MakeupApi } from './makeup';
import { RECENT_METHODS, type RecentApi } from './recent';
import { PRINTING_METHODS, type PrintingApi } from './printing';
import { SAVING_METHODS, type SavingApi, type SavingEvents } from './saving';
import { ROLL_FORWARD_METHODS, type RollForwardApi } from './roll-forward';
import { SUPPORT_METHODS, type SupportApi } from './support';
import { TEMPLATES_METHODS, type TemplatesApi } from './templates';

export type { Exported, JoinQuestion, Opened, OpenedPast, Question, Saved } from './opened';
export type { Failure, Result } from './result';

export interface Sample {
  readonly id: string;
  readonly title: string;
}

/** What the window shows first. */
export interface Start {
  readonly version: string;
  readonly samples: readonly Sample[];
  /** The document main already holds: after the window alone died, or one named on the command line. */
  readonly opened: Opened | null;
  /** Said in the status bar where this is not the Electron that ships; null where it is. */
  readonly runtimeNote: string | null;
}

/** A face that the window may load from `app://font/<id>`. Order within a role is the order of fallbacks. */
export interface FaceSource {
  readonly id: string;
  readonly role: FontRole;
  /** Face in a collection. */
  readonly index: number;
  /** What opening it needs: the worker bakes the same glyphs as an export (src/font, GlyphAdjust; this folder sees core alone). */
  readonly adjust: FaceAdjust & { readonly hanScale: number; readonly stopRise: number; readonly stopShift: number; readonly quoteShift: number };
}

/** The faces that a kind of edition is set in: the same that an export takes. */
export interface EditionFaces {
  readonly edition: EditionKind;
  readonly faces: readonly FaceSource[];
  /** What looking for them has to say (a face that another stands in for), by role; null concerns all. */
  readonly diagnostics: readonly (Diagnostic & { readonly role: FontRole | null })[];
}

export interface ExportRequest {
  readonly document: number;
  readonly version: number;
  /** Id of an edition of the package, or `draft`. */
  readonly edition: string;
  /** Of a 改稿本; null for any other edition. */
  readonly draft: DraftWish | null;
  /** For whom, as the record notes it; left out: nobody is named. */
  readonly to?: string;
  /** Diagnostic codes that the user has accepted (export's `--accept`). */
  readonly accept: readonly string[];
}

export type ExportPhase = 'load' | 'typeset' | 'write' | 'check';

export interface BanxinApi extends EditionsApi, ImportingApi, MakeupApi, RecentApi, SavingApi, TemplatesApi, PrintingApi, SupportApi, TakeBackApi, WordApi, RollForwardApi, ComparingApi, LedgerApi {
  /** Also after a reload: the answer holds the open document. */
  start(): Promise<Result<Start>>;
  /** Asks for a file; null where the user cancelled. */
  chooseDocument(): Promise<Result<Opened | null>>;
  /** Preload gives the path of a dropped file; the window itself has only the File. */
  openDropped(path: string): Promise<Result<Opened | null>>;
  openSample(id: string): Promise<Result<Opened | null>>;
  /** Change groups in order; `version` is the version after this one. */
  apply(document: number, version: number, group: ChangeGroup): Promise<Result<null>>;
  /** The window's whole text, where main refused a change: nothing typed may be lost. */
  resync(document: number, version: number, bytes: Uint8Array): Promise<Result<null>>;
  /** Saves main's text, which must be of this version; asks for a name where it has none. null: cancelled. */
  save(document: number, version: number): Promise<Result<Saved | null>>;
  saveAs(document: number, version: number): Promise<Result<Saved | null>>;
  fonts(): Promise<Result<readonly EditionFaces[]>>;
  /** Asks for the target and exports; progress by the event `exportProgress`. null: cancelled. */
  exportPdf(request: ExportRequest): Promise<Result<Exported | null>>;
  cancelExport(): Promise<Result<null>>;
  /** Ends the reading of the file that is being opened; that call then fails with `open-cancelled`. */
  cancelOpening(): Promise<Result<null>>;
  openExported(job: number): Promise<Result<null>>;
  showExported(job: number): Promise<Result<null>>;
  /** Cut, copy, paste of the focused field, as the menu asks them. */
  clipboard(action: 'cut' | 'copy' | 'paste' | 'pastePlain'): Promise<Result<null>>;
  setFullScreen(on: boolean): Promise<Result<null>>;
  /** The window's own text a size larger (1), smaller (−1), or true size (0). */
  zoomWindow(step: -1 | 0 | 1): Promise<Result<null>>;
  /** The window's answer to `closing`: everything in hand has been handed over. */
  readyToClose(): Promise<Result<null>>;
  /** Another window, on its start screen, beside this one. */
  newWindow(): Promise<Result<null>>;
  /** Brings the window to the front that was used the longest ago; false: this is the only one. */
  nextWindow(): Promise<Result<boolean>>;
  /** Closes this window, after asking about what is unsaved. */
  closeWindow(): Promise<Result<null>>;
  /** Closes all windows. */
  quit(): Promise<Result<null>>;
}

export interface BanxinEvents extends SavingEvents {
  /** `part`: which of several editions, as 2/4 大字稿; null where there is one. */
  exportProgress: { readonly phase: ExportPhase; readonly part: string | null };
  /** Name of the foreign file that is being read, null when it is not any more. */
  reading: { readonly file: string | null };
  /** A file came in from outside (second start of the program, the system's file manager). */
  opened: Opened;
  /** Main could not open what came in from outside. */
  failed: Failure;
  /** The desktop has taken the window out of full screen. */
  leftFullScreen: null;
  /** The window is about to close: hand over what is still in hand, then answer. */
  closing: null;
}

/** One channel a method, `banxin:<name>`; checked against the interface, so that neither can lack one. */
export const METHODS = [
  'start', 'chooseDocument', 'openDropped', 'openSample', 'apply', 'resync', 'save', 'saveAs', 'fonts', 'exportPdf',
  'cancelExport', 'cancelOpening', 'openExported', 'showExported', 'clipboard', 'setFullScreen', 'zoomWindow', 'readyToClose', 'newWindow', 'nextWindow', 'closeWindow', 'quit', ...SAVING_METHODS, ...SUPPORT_METHODS, ...PRINTING_METHODS, ...RECENT_METHODS, ...IMPORTING_METHODS, ...MAKEUP_METHODS, ...TEMPLATES_METHODS, ...WORD_METHODS, ...TAKE_BACK_METHODS, ...ROLL_FORWARD_METHODS, ...COMPARING_METHODS, ...LEDGER_METHODS, ...EDITIONS_METHODS,
] as const satisfies readonly (keyof BanxinApi)[];

export const EVENTS = ['exportProgress', 'reading', 'opened', 'failed', 'leftFullScreen', 'closing', 'saving'] as const satisfies readonly (keyof BanxinEvents)[];

type Missing = Exclude<keyof BanxinApi, (typeof METHODS)[number]> | Exclude<keyof BanxinEvents, (typeof EVENTS)[number]>;
// Compiles only while the lists above are complete.
const complete: [Missing] extends [never] ? true : never = true;
void complete;

/** Methods that take a dropped file: the window hands over the File, preload asks for its path. */
export const FILE_METHODS = ['openDropped', 'importDropped', 'lastReportDropped'] as const satisfies readonly (keyof BanxinApi)[];
type FileMethod = (typeof FILE_METHODS)[number];

/** What preload puts at `window.banxin`. `F` is the DOM's File, which this project does not know. */
export type WindowApi<F> = Omit<BanxinApi, FileMethod> & {
  readonly [M in FileMethod]: (file: F) => ReturnType<BanxinApi[M]>;
} & {
  /** @returns unsubscribe (functions are cloned over the bridge, so that the listener itself could not be found again). */
  on<E extends keyof BanxinEvents>(event: E, listener: (payload: BanxinEvents[E]) => void): () => void;
};

/** The scheme that serves window and fonts, and its two hosts. */
export const SCHEME = 'app';
export const WINDOW_ORIGIN = 'app://window';
export const FONT_ORIGIN = 'app://font';

/** Channel of a method or event. */
export function channel(name: string): string {
  return `banxin:${name}`;
}
