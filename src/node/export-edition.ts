// One export of one edition to a PDF: set, judge, write, read back, rename. The
// window's job and the command line call this one function. Nothing stands at the
// target unless the written bytes hold the conserved text of every article and
// every glyph shown has ink in the embedded face (issue 2 §6); what fails is an
// AppError in ready Chinese. COMMANDS, "Export", says what is answered. Who judges
// the words (text-findings.ts) is handed in: its rules are half a program, and a
// cold process loads them only for a text that they may have something to say of.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Diagnostic, DiagnosticCode } from '../core/diagnostic';
import type { DisplayList } from '../core/display/list';
import type { Font, FontRole } from '../core/font';
import { isDay } from '../core/model/iso-day';
import { REDLINE_EDITION, type Edition, type Package } from '../core/model/package';
import { stageDiagnostics, stagePolicy } from '../core/model/stage';
import type { TextFindings } from '../core/report/text-findings';
import { Typesetter, type Typeset } from '../core/typeset';
import { isOpen } from '../font/lazy-font';
import { writePdfTo } from '../pdf/write-pdf';
import { AppError } from './app-error';
import { writeAtomically, type FaultPoint } from './atomic-write';
import { checkPdf } from './check-pdf';
import type { FoundFonts } from './fonts';

export interface ExportJob {
  readonly pkg: Package;
  readonly edition: Edition;
  readonly target: string;
  readonly fonts: FoundFonts;
  /** ISO date of the PDF; null: the edition's, else the meeting's, else none. */
  readonly date: string | null;
  /** Codes of errors that the user takes upon himself. */
  readonly accept: readonly string[];
  /** Codes that stand in the way until they are accepted though they are no errors: what a window asks before it writes. */
  readonly asks?: readonly DiagnosticCode[];
  /** Told as each phase begins. */
  readonly onPhase?: (phase: ExportPhase) => void;
  readonly fault?: (point: FaultPoint) => void;
}

export type ExportPhase = 'typeset' | 'write' | 'check';

export interface ExportedFont {
  readonly family: string;
  /** File name, without its folder. */
  readonly file: string;
  readonly embedded: boolean;
  readonly glyphs: number;
}

export interface ExportResult {
  readonly pages: number;
  readonly bytes: number;
  readonly seconds: { readonly typeset: number; readonly write: number };
  readonly fonts: readonly ExportedFont[];
  readonly diagnostics: readonly Diagnostic[];
  /** False only where the user accepted an error that loses text. */
  readonly textConserved: boolean;
  /** Text that the program put on the pages: furniture, jump lines, page numbers, each once. */
  readonly generated: readonly string[];
  /** What `faces` of the edition should be after this export. */
  readonly faces: Edition['faces'];
  /** What was written, for whoever prints it on other sheets or notes its lines. */
  readonly typeset: Typeset;
  /** Faces of the list by id. */
  readonly opened: ReadonlyMap<string, Font>;
}

/** Something stands in the way. `acceptable`: the codes that --accept would answer; empty where nothing helps. */
export class ExportRefused extends AppError {
  /** @param open those that stand in the way. */
  constructor(readonly diagnostics: readonly Diagnostic[], readonly open: readonly Diagnostic[], readonly acceptable: readonly string[], code: DiagnosticCode, message: string) {
    super(code, message);
    this.name = 'ExportRefused';
  }
}

/** Errors that no word of the user makes printable. */
const UNPRINTABLE: readonly DiagnosticCode[] = ['picture-unfit'];

/** Errors after whose acceptance the page no longer holds all text. */
const LOSES_TEXT: readonly DiagnosticCode[] = ['frame-overset', 'glyph-missing', 'font-missing'];

/**
 * Exports an edition.
 * @param findings what stands against its words
 * @throws ExportRefused where an error is not accepted; AppError `pdf-unsound`, `text-not-conserved`, `write-failed`.
 */
export function exportEdition(job: ExportJob, findings: TextFindings): ExportResult {
  const { pkg, edition } = job;
  job.onPhase?.('typeset');
  // uptime, for the first use of `performance` loads a dozen modules
  const began = process.uptime();
  const { typeset, faces, used, diagnostics } = judgeEdition(pkg, edition, job.fonts, findings);
  refuseOpen(pkg, diagnostics, job);
  const set = process.uptime();

  job.onPhase?.('write');
  const lossAccepted = diagnostics.some(({ severity, code }) => severity === 'error' && LOSES_TEXT.includes(code));
  let generated: readonly string[] = [];
  let conserved = true;
  const { value: summary, bytes } = writeAtomically(job.target, (sink) => writePdfTo(typeset.list, faces, { date: dateOf(job), images: pkg.assets }, sink), {
    verify: (temporary) => {
      job.onPhase?.('check');
      const checked = checkPdf(readFileSync(temporary), pkg, edition, typeset.list);
      if (checked.fault !== null && !lossAccepted) throw new AppError(checked.fault.code, `${checked.fault.message}；未写入“${job.target}”`);
      generated = checked.generated;
      conserved = checked.textConserved;
    },
    ...(job.fault === undefined ? {} : { fault: job.fault }),
  });
  return {
    pages: summary.pages,
    bytes,
    seconds: { typeset: set - began, write: process.uptime() - set },
    fonts: summary.fonts.map(({ id, family, glyphs }) => ({ family, file: fileOf(id, job.fonts), embedded: true, glyphs })),
    diagnostics,
    textConserved: conserved,
    generated,
    faces: Object.fromEntries([...used].map(([role, font]) => [role, faceOf(font)])),
    typeset,
    opened: faces,
  };
}

/** An edition set, with everything that stands against its print. */
export interface SetEdition {
  readonly typeset: Typeset;
  /** Opened faces by id. */
  readonly faces: ReadonlyMap<string, Font>;
  /** Roles in use, each with its own face. */
  readonly used: ReadonlyMap<FontRole, Font>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Sets an edition and judges it, without writing: what an export would say (`banxin check`). */
export function judgeEdition(pkg: Package, edition: Edition, fonts: FoundFonts, findings: TextFindings): SetEdition {
  const typeset = new Typesetter({ fonts: fonts.fonts, images: pkg.assets }).typeset(pkg, edition);
  const faces = openFaces(fonts);
  const used = rolesInUse(typeset.list, fonts, faces);
  const diagnostics = [
    ...typeset.diagnostics,
    // A 花脸稿, on pages or as a Word file, asks for what is open in the later text as any export does; what is doubtful in either is seen where the text itself goes out.
    ...stageDiagnostics(pkg, edition),
    ...(edition.id === REDLINE_EDITION ? [] : findings(pkg, edition)),
    ...fonts.diagnostics.filter(({ role }) => role === null || used.has(role)).map(({ role: _role, ...diagnostic }) => diagnostic),
    ...changedFaces(edition, used),
  ];
  return { typeset, faces, used, diagnostics };
}

/** Stops where an error diagnostic, or one that is to be asked about, is not accepted. @throws ExportRefused */
export function refuseOpen(pkg: Package, diagnostics: readonly Diagnostic[], { accept, asks = [] }: Pick<ExportJob, 'accept' | 'asks'>): void {
  const final = stagePolicy(pkg.stage) === 'refuse';
  const open = diagnostics.filter(({ severity, code }) => (severity === 'error' || asks.includes(code)) && (!accept.includes(code) || UNPRINTABLE.includes(code) || (final && code === 'placeholder-open')));
  const first = open[0];
  if (first === undefined) return;
  const codes = [...new Set(open.map(({ code }) => code))];
  const hopeless = final && codes.includes('placeholder-open');
  const more = open.length > 1 ? `（共 ${open.length} 处）` : '';
  const unprintable = open.find(({ code }) => UNPRINTABLE.includes(code));
  if (unprintable !== undefined && !hopeless) throw new ExportRefused(diagnostics, open, [], unprintable.code, `${unprintable.message}${unprintable.suggestion === null ? '' : `：${unprintable.suggestion}`}`);
  const message = hopeless
    ? `${pkg.stage ?? ''}不能带着待填、待核之处输出：${open.find(({ code }) => code === 'placeholder-open')!.message}${more}`
    : `${first.message}${more}；确认无妨可加 --accept ${codes.join(',')}`;
  throw new ExportRefused(diagnostics, open, hopeless ? [] : codes, hopeless ? 'placeholder-open' : first.code, message);
}

/** The PDF's date. What a file made elsewhere calls a date and is no day stands in the text as it is, and the PDF has none. */
function dateOf({ date, edition, pkg }: ExportJob): string | null {
  return date ?? [edition.date, pkg.meeting.opens].find((one) => one !== null && isDay(one)) ?? null;
}

// ---- faces

/** Faces by id. Only those that were opened: asking a closed one for its id would open it. */
function openFaces(fonts: FoundFonts): ReadonlyMap<string, Font> {
  return new Map(fonts.found.filter(({ font }) => isOpen(font)).map(({ font }) => [font.id, font]));
}

/** Roles whose own face the list shows, with that face. */
function rolesInUse(list: DisplayList, fonts: FoundFonts, faces: ReadonlyMap<string, Font>): ReadonlyMap<FontRole, Font> {
  const shown = new Set(list.fonts.map((id) => faces.get(id)));
  const used = new Map<FontRole, Font>();
  for (const [role, [own]] of fonts.fonts) if (own !== undefined && isOpen(own) && shown.has(faces.get(own.id))) used.set(role, own);
  return used;
}

const faceOf = (font: Font): { readonly name: string; readonly hash: string } => ({ name: font.family, hash: font.id });

/** Another face than the one that the edition was last exported with. */
function changedFaces(edition: Edition, used: ReadonlyMap<FontRole, Font>): Diagnostic[] {
  const out: Diagnostic[] = [];
  for (const [role, font] of used) {
    const last = edition.faces[role];
    if (last === undefined || last.hash === font.id) continue;
    out.push({
      severity: 'warning', code: 'face-changed', at: null, suggestion: '换行和页数可能与上次不同，请重看一遍版面',
      message: last.name === font.family ? `字体“${font.family}”与上次输出时的不是同一个文件` : `上次输出用“${last.name}”，这次用“${font.family}”`,
    });
  }
  return out;
}

function fileOf(id: string, fonts: FoundFonts): string {
  const face = fonts.found.find(({ font }) => isOpen(font) && font.id === id);
  return face === undefined ? '' : basename(face.file);
}
