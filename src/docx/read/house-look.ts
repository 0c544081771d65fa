// 去年的版式: the look of a Word file as a preset of ours (look and master as data, in
// the form of `--preset FILE`): sheet and margins, lines × characters and pitch from
// the grid or the line spacing, the face, size and weight of each part of the text,
// the make of digits, the page number, the cover. What the file does not say is left
// to the preset that it extends. Faces are named by their role; an em of the grid is
// the character pitch that Word sets, so that a line holds as many characters.
import type { Recognition } from '../../core/import/recognition';
import { faceRole } from './face-role';
import type { DocxDocument, DocxFurniture } from './document';
import { bodyFace } from './evidence';
import type { DocxLine } from './lines';
import type { DocxParagraph, Stretch } from './paragraph';
import { twips, type RunLook } from './style-sheet';
import { childOf, isOn, type XmlElement } from './xml-tree';

/** A preset as `--preset FILE` takes it, and what was read, line by line for people. */
export interface HouseLook {
  readonly preset: Readonly<Record<string, unknown>>;
  readonly said: readonly string[];
}

/** Word sets a line of Chinese type in 1.3 of its size where nothing else is said (SimSun, 仿宋_GB2312). */
const NATURAL = 1.3;
/** Ink top of Han above its baseline, em; as in the shipped masters. */
const INK = 0.88;
const EMBOLDEN = 0.03;

interface PartLook {
  readonly role: string | null;
  readonly size: number;
  readonly bold: boolean;
  /** 段前 and 段后 together, pt. */
  readonly air: number;
}

/** The look of a document; null where it holds no running text to read it from. */
export function houseLookOf(document: DocxDocument, recognition: Recognition, lines: readonly DocxLine[], name: string): HouseLook | null {
  const body = bodyParagraph(document);
  const face = bodyFace(document.paragraphs);
  if (body === null || face === null) return null;
  const section = document.sections[body.section] ?? document.sections.at(-1);
  const sheet = sheetOf(section, document.furniture.filter((one) => one.section <= body.section));
  const grid = gridOf(section, body, face.size, sheet);
  const folio = folioOf(document, sheet, grid, body.section);
  const parts = partsOf(recognition, lines);
  const run = dominant(body.stretches);
  const latin = latinOf(run?.look ?? null);
  const bodyRole = faceRole(run?.look.eastAsia ?? null);
  const styles: Record<string, Readonly<Record<string, unknown>>> = {
    body: { ...(bodyRole === null ? {} : { role: bodyRole }), ...(latin === null ? {} : { latin }), indent: indentOf(body, face.size) },
  };
  for (const [style, look] of parts.looks) styles[style] = { ...styleOf(look, face.size), ...(style.startsWith('heading') ? airOf(look, grid.pitch) : {}) };
  if (folio.size !== null) styles['folio'] = { ...(folio.role === null ? {} : { role: folio.role }), size: folio.size };
  const blanks = blanksOf(lines, parts);
  styles['title'] = { ...styles['title'], linesBefore: blanks.beforeTitle };
  styles[parts.lastHead] = { ...styles[parts.lastHead], linesAfter: blanks.afterHead };
  const cover = document.tally.leftOut.some(({ what }) => what === '封面');
  const contents = document.tally.findings.some(({ what }) => what === '目录');
  const preset = {
    extends: 'gb', name,
    look: { size: round(grid.em), hanLatinGap: body.look.autoSpace ? 0.25 : 0, styles },
    master: {
      ...(Math.abs(sheet.width - 595.3) > 1 || Math.abs(sheet.height - 841.9) > 1 ? { width: round(sheet.width), height: round(sheet.height) } : {}),
      top: round(sheet.top), inner: round(sheet.inner), columns: { characters: grid.characters, em: round(grid.em) }, lines: grid.lines, pitch: round(grid.pitch),
      firstBaseline: round((grid.pitch - grid.em) / 2 + INK * grid.em), folio: folio.folio,
    },
    booklet: { cover, contents },
  };
  return { preset, said: sayings(sheet, grid, folio, styles, { cover, contents }) };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** The longest paragraph of running text: what most of the pages look like. */
function bodyParagraph({ paragraphs }: DocxDocument): DocxParagraph | null {
  const plain = paragraphs.filter(({ table, boxed, text }) => table === null && !boxed && text.trim() !== '');
  return plain.reduce<DocxParagraph | null>((best, one) => (best === null || one.text.length > best.text.length ? one : best), null);
}

function dominant(stretches: readonly Stretch[]): Stretch | null {
  return stretches.reduce<Stretch | null>((best, one) => (best === null || one.to - one.from > best.to - best.from ? one : best), null);
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  /** Left on odd pages. */
  readonly inner: number;
  readonly measure: number;
  readonly footer: number;
}

/** Room that a header or footer takes, pt: the last one set before the text, of odd pages. */
function roomOf(furniture: readonly DocxFurniture[], kind: DocxFurniture['kind']): number {
  const own = furniture.findLast((one) => one.kind === kind && one.of === 'default');
  return (own?.flowing ?? []).reduce((sum, { look, stretches }) => {
    const natural = Math.max(...stretches.map((one) => one.look.size ?? 10), stretches.length === 0 ? 10.5 : 0) * NATURAL;
    const line = look.line?.rule === 'exact' ? look.line.value : look.line?.rule === 'atLeast' ? Math.max(look.line.value, natural) : natural * (look.line?.value ?? 1);
    return sum + line + (look.before ?? 0) + (look.after ?? 0);
  }, 0);
}

/** `furniture`: headers and footers up to its section; Word moves the text away from those that are higher than its margins. */
function sheetOf(section: XmlElement | undefined, furniture: readonly DocxFurniture[]): Sheet {
  const size = childOf(section, 'w:pgSz')?.attributes;
  const margins = childOf(section, 'w:pgMar')?.attributes;
  const at = (from: ReadonlyMap<string, string> | undefined, name: string, other: number): number => twips(from?.get(`w:${name}`)) ?? other;
  const width = at(size, 'w', 595.3);
  const gutter = at(margins, 'gutter', 0);
  const inner = at(margins, 'left', 90) + gutter;
  const [top, bottom, footer] = [at(margins, 'top', 72), at(margins, 'bottom', 72), at(margins, 'footer', 42.55)];
  const [over, under] = [roomOf(furniture, 'header'), roomOf(furniture, 'footer')];
  return {
    width, height: at(size, 'h', 841.9), inner, measure: width - inner - at(margins, 'right', 90), footer,
    // A negative margin is kept whatever stands there.
    top: top < 0 || over === 0 ? Math.abs(top) : Math.max(top, at(margins, 'header', 42.55) + over), bottom: bottom < 0 || under === 0 ? Math.abs(bottom) : Math.max(bottom, footer + under),
  };
}

interface Grid {
  readonly characters: number;
  readonly em: number;
  readonly lines: number;
  readonly pitch: number;
  readonly by: string;
}

function gridOf(section: XmlElement | undefined, body: DocxParagraph, size: number, sheet: Sheet): Grid {
  const grid = childOf(section, 'w:docGrid')?.attributes;
  const type = grid?.get('w:type') ?? 'default';
  const linePitch = twips(grid?.get('w:linePitch'));
  const gridded = type !== 'default' && linePitch !== null && linePitch > 0;
  // A grid adds its space, in 4096ths of a point, to every character, whatever its size.
  const charSpace = Number(grid?.get('w:charSpace') ?? 0) / 4096;
  const snapped = type === 'linesAndChars' || type === 'snapToChars';
  const em = snapped && Number.isFinite(charSpace) && charSpace > -size / 2 ? size + charSpace : size;
  const pitch = pitchOf(body, size, gridded && body.look.snapToGrid ? linePitch : null);
  const high = sheet.height - sheet.top - sheet.bottom;
  return {
    characters: Math.max(8, Math.floor(sheet.measure / em + 0.02)), em, pitch,
    lines: Math.max(4, Math.floor(high / pitch + 0.05)),
    by: gridded ? (snapped ? '文档网格（行和字符）' : '文档网格（只定行）') : body.look.line?.rule === 'exact' ? '固定行距' : '行距和字号',
  };
}

function pitchOf({ look }: DocxParagraph, size: number, linePitch: number | null): number {
  const { line } = look;
  if (line?.rule === 'exact') return line.value;
  const natural = size * NATURAL;
  const one = linePitch === null ? natural : linePitch * Math.max(1, Math.ceil(natural / linePitch - 0.01));
  if (line?.rule === 'atLeast') return Math.max(line.value, one);
  return one * (line?.value ?? 1);
}

interface Folio {
  readonly folio: Readonly<Record<string, unknown>>;
  readonly size: number | null;
  readonly role: string | null;
  readonly by: string;
}

function folioOf(document: DocxDocument, sheet: Sheet, grid: Grid, section: number): Folio {
  const numbered = document.furniture.filter(({ pageField }) => pageField !== null);
  const own = numbered.filter((one) => one.section <= section);
  const odd = (own.length > 0 ? own : numbered).findLast(({ of }) => of === 'default') ?? numbered[0];
  if (odd === undefined) return { folio: { place: 'none' }, size: null, role: null, by: '没有页码' };
  const even = numbered.find(({ of }) => of === 'even');
  const mirrored = isOn(document.settings, 'w:evenAndOddHeaders') === true && even !== undefined;
  const outside = odd.place === 'outside' || (mirrored && isRight(odd) && !isRight(even));
  const place = outside ? 'outside' : 'centre';
  const line = odd.paragraphs[odd.pageField ?? 0];
  const look = line === undefined ? null : dominant(line.stretches)?.look ?? null;
  const size = look?.size ?? null;
  const bottom = sheet.top + (grid.lines - 1) * grid.pitch + grid.em;
  const baseline = sheet.height - sheet.footer - (size ?? 14) * 0.3;
  // — 1 — typed around the field, or made by the number's own format.
  const dash = /[—–-]/.test(line?.text ?? '') || document.sections.some((one) => childOf(one, 'w:pgNumType')?.attributes.get('w:fmt') === 'numberInDash');
  const indent = Math.max(line?.look.right ?? 0, line?.look.left ?? 0);
  return {
    folio: { place, dash, belowTypeArea: round(Math.min(Math.max(baseline - bottom, 6), sheet.height - bottom - grid.em)), inset: place === 'centre' ? 0 : round(Math.min(indent, grid.em * 3)) },
    size, role: faceRole(look?.eastAsia ?? null),
    by: `${place === 'outside' ? '外侧' : odd.place === 'center' ? '居中' : '居中（原为一侧，版心的页码只分外侧和居中）'}${dash ? '，两边有一字线' : ''}`,
  };
}

const isRight = ({ place }: DocxFurniture): boolean => place === 'right' || place === 'end' || place === 'outside';

function latinOf(look: RunLook | null): string | null {
  const { ascii } = look ?? { ascii: null };
  if (ascii === null) return null;
  if (/times|tinos|liberation serif/i.test(ascii)) return 'times';
  return faceRole(ascii) === 'hei' || /arial|helvetica|calibri/i.test(ascii) ? 'hei' : 'body';
}

function indentOf({ look }: DocxParagraph, size: number): number {
  const { characters, points } = look.firstLine;
  if (characters !== null && characters > 0) return Math.round(characters);
  return points !== null && points > 2 ? Math.max(0, Math.round(points / size)) : 2;
}

function styleOf({ role, size, bold }: PartLook, bodySize: number): Readonly<Record<string, unknown>> {
  return {
    ...(role === null ? {} : { role }),
    ...(Math.abs(size - bodySize) < 0.3 ? {} : { size }),
    embolden: bold && role !== 'biaosong' ? EMBOLDEN : 0,
  };
}

/** 段前 and 段后 in whole lines, for the text stands on its grid: an odd one before, where it parts the more. */
function airOf({ air }: PartLook, pitch: number): Readonly<Record<string, unknown>> {
  const rows = Math.min(6, Math.round(air / pitch));
  return rows === 0 ? {} : { linesBefore: Math.ceil(rows / 2), linesAfter: Math.floor(rows / 2) };
}

interface Parts {
  readonly looks: ReadonlyMap<string, PartLook>;
  /** The last line of the head: blank lines stand behind it. */
  readonly lastHead: string;
  readonly titleLine: number | null;
  readonly headLine: number | null;
}

const FIELD_STYLES = { over: 'over', main: 'title', sub: 'sub', occasion: 'occasion', date: 'date', speaker: 'speaker', salutation: 'salutation' } as const;

/** The look of each part, by the name of its style, from the first article that is a report, else the first. */
function partsOf(recognition: Recognition, lines: readonly DocxLine[]): Parts {
  const looks = new Map<string, PartLook>();
  const article = recognition.articles.find(({ kind }) => kind === 'report') ?? recognition.articles[0];
  const put = (style: string, line: number, from: number): void => {
    const look = lookAt(lines[line - 1], from);
    if (look !== null && !looks.has(style)) looks.set(style, look);
  };
  let lastHead = 'title';
  let headLine: number | null = null;
  for (const [field, style] of Object.entries(FIELD_STYLES)) {
    for (const { line } of article?.fields[field as keyof typeof FIELD_STYLES]?.pieces ?? []) {
      put(style, line, 0);
      if (field !== 'salutation' && (headLine === null || line >= headLine)) {
        headLine = line;
        lastHead = style;
      }
    }
  }
  for (const { head, pieces } of article?.blocks ?? []) {
    const piece = pieces[0];
    if (head === null || piece === undefined || (head.number === null && head.level !== 0 && head.leadLength !== null)) continue;
    put(head.leadLength === null ? `heading${head.level}` : `runIn${head.level}`, piece.line, piece.from);
  }
  return { looks, lastHead, titleLine: article?.fields.main?.pieces[0]?.line ?? null, headLine };
}

function lookAt(line: DocxLine | undefined, offset: number): PartLook | null {
  if (line === undefined) return null;
  const at = Math.max(0, offset - line.prefix) + line.from;
  const stretch = line.paragraph.stretches.find(({ from, to }) => at >= from && at < to) ?? line.paragraph.stretches[0];
  const { before, after } = line.paragraph.look;
  return stretch === undefined ? null : { role: faceRole(stretch.look.eastAsia), size: stretch.look.size ?? 10, bold: stretch.look.bold, air: (before ?? 0) + (after ?? 0) };
}

/** Blank lines over the title and behind the head, as empty paragraphs. */
function blanksOf(lines: readonly DocxLine[], { titleLine, headLine }: Parts): { readonly beforeTitle: number; readonly afterHead: number } {
  const run = (from: number | null, step: 1 | -1): number => {
    if (from === null) return 0;
    let n = 0;
    for (let at = from - 1 + step; at >= 0 && at < lines.length && n < 6; at += step) {
      const line = lines[at]!;
      if (line.text !== '' || line.paragraph.text.trim() !== '' || line.paragraph.boxed) break;
      n += 1;
      // Empty paragraphs before a page break belong to the page before.
      if (step === -1 && line.paragraph.breakBefore) break;
    }
    return n;
  };
  const title = titleLine === null ? undefined : lines[titleLine - 1];
  return { beforeTitle: title?.paragraph.breakBefore === true ? 0 : run(titleLine, -1), afterHead: run(headLine, 1) };
}

const mm = (points: number): string => `${Math.round((points / 72) * 254) / 10}`;

function sayings(sheet: Sheet, grid: Grid, folio: Folio, styles: Readonly<Record<string, Readonly<Record<string, unknown>>>>, { cover, contents }: { readonly cover: boolean; readonly contents: boolean }): string[] {
  const face = (style: string): string => {
    const { role, size, embolden } = styles[style] ?? {};
    return [ROLE_NAMES[String(role)] ?? '', typeof size === 'number' ? `${size} 磅` : '', embolden === EMBOLDEN ? '加粗' : ''].filter((word) => word !== '').join(' ');
  };
  const named = Object.entries(STYLE_NAMES).filter(([style]) => styles[style] !== undefined).map(([style, name]) => `${name} ${face(style)}`.trim());
  return [
    `纸 ${mm(sheet.width)}×${mm(sheet.height)} 毫米，上边空 ${mm(sheet.top)}，订口 ${mm(sheet.inner)}`,
    `每页 ${grid.lines} 行、每行 ${grid.characters} 字，行距 ${round(grid.pitch)} 磅，按${grid.by}`,
    ...named, `页码 ${folio.by}`, cover ? '有封面' : '没有封面', contents ? '有目录' : '没有目录',
  ];
}

const ROLE_NAMES: Readonly<Record<string, string>> = { biaosong: '小标宋', hei: '黑体', kai: '楷体', fangsong: '仿宋', song: '宋体' };
const STYLE_NAMES: Readonly<Record<string, string>> = {
  body: '正文', title: '标题', occasion: '题注行', date: '日期行', speaker: '报告人', heading1: '一级标题', heading2: '二级标题', heading3: '三级标题', heading4: '四级标题', runIn1: '段首一级', runIn2: '段首二级', runIn3: '段首三级',
};
