// 送报社: a folder with what a secretariat sends to a paper: the page PDF, the clean text of
// each article, each block as a PDF of its own, and a slip with characters and lines at
// the paper's measure, over or under the space. Each file is judged and read back as an
// export of its own; the caller gives the folder its name when all is there.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Rect } from '../core/geometry';
import { cropBlock } from '../core/display/crop-block';
import { boundsOf } from '../core/makeup/measure/hand-shape';
import { areasOf, type Area } from '../core/model/layout';
import { nameOfArticle } from '../core/model/article-name';
import { pageNamer } from '../core/model/page-name';
import type { PaperMaster } from '../core/model/master';
import type { Edition, Package } from '../core/model/package';
import { columnLeft, longMeasure, rowTop } from '../core/page/paper-grid';
import { plainText } from '../core/text-out/plain-text';
import { Typesetter } from '../core/typeset';
import { writePdfTo } from '../pdf/write-pdf';
import { AppError } from './app-error';
import { writeAtomically } from './atomic-write';
import { encodeGb18030 } from './encode-gb18030';
import { exportPdf } from './export';
import type { ExportJob, ExportResult } from './export-edition';
import { safeName } from './export-name';
import { exportText, type TextEncoding } from './export-text';
import { makeFolder } from './place-fault';

export interface PaperFolderJob extends Omit<ExportJob, 'target'> {
  /** The folder; made here where it is not there, in one that is. */
  readonly folder: string;
  readonly encoding: TextEncoding;
}

export interface PaperFolder {
  readonly exported: ExportResult;
  /** Names inside the folder, in the order of writing. */
  readonly files: readonly string[];
  /** Those that are a block of a page each. */
  readonly blocks: readonly BlockFile[];
  /** Characters that the encoding has no code for. */
  readonly lost: readonly string[];
}

export interface BlockFile {
  /** 版次 */
  readonly page: number;
  readonly article: string;
  readonly file: string;
}

/** Name of the slip in the folder. */
const SLIP = '送稿单.txt';
/** Folder of the blocks in the folder. */
const BLOCKS = '版块';
/** Characters of a title in a name: a 决议's title differs from the report's in its last ones. */
const LONGEST = 40;

/**
 * Writes the folder.
 * @throws AppError `preset-mismatch` where the edition is none of a newspaper, `article-none` where it has no article; else as `exportPdf` and `exportText`.
 */
export function writePaperFolder({ folder, encoding, ...job }: PaperFolderJob): PaperFolder {
  const { pkg, edition } = job;
  const { master } = edition;
  if (master.kind !== 'paper') throw new AppError('preset-mismatch', `版式“${edition.name}”不是报纸，不能送报社`);
  if (edition.articles.length === 0) throw new AppError('article-none', `“${edition.name}”没有选稿件，没有可送的：先在排版台左边把稿件选进来`);
  if (!existsSync(folder)) makeFolder(folder);
  mkdirSync(path.join(folder, BLOCKS));
  const files: string[] = [];
  const page = `${safeName(`${edition.paper?.name ?? ''}${edition.date ?? pkg.meeting.opens ?? ''} ${edition.name}`)}.pdf`;
  const exported = exportPdf({ ...job, target: path.join(folder, page) });
  files.push(page);
  job.onPhase?.('write');
  const lost = new Set<string>();
  const named = edition.articles.map((id, i) => ({ id, name: `${String(i + 1).padStart(2, '0')} ${safeName([...nameOfArticle(pkg, id)].slice(0, LONGEST).join(''))}` }));
  for (const { id, name } of named) {
    const text = exportText({ pkg, edition: { ...edition, articles: [id] }, target: path.join(folder, `${name}.txt`), format: 'txt', encoding, crlf: encoding === 'gb18030', accept: job.accept });
    for (const character of text.lost) lost.add(character);
    files.push(`${name}.txt`);
  }
  const blocks = writeBlocks(exported, job, master, named, folder);
  files.push(...blocks.map(({ file }) => file));
  const slip = slipText(pkg, edition, master, exported, job.fonts.fonts, files);
  const lines = encoding === 'gb18030' ? encodeGb18030(slip.replaceAll('\n', '\r\n')) : { bytes: new TextEncoder().encode(slip), lost: [] };
  writeFileSync(path.join(folder, SLIP), lines.bytes);
  return { exported, files: [...files, SLIP], blocks, lost: [...lost] };
}

/** Of a box's rule above its rows, half of its stroke with it, em. */
const BOX_LIFT = 0.3;

/** Each block as a page of n columns × m lines. */
function writeBlocks({ typeset, opened }: ExportResult, { date, edition, pkg }: Omit<ExportJob, 'target'>, master: PaperMaster, named: readonly { readonly id: string; readonly name: string }[], folder: string): BlockFile[] {
  return (typeset.layout?.layout.pages ?? []).flatMap((plan, i) => plan.pieces.map((piece) => {
    const bounds = boundsOf(piece);
    // A box's rule stands a little above its first row (paper-rules.ts).
    const lift = piece.box === null ? 0 : BOX_LIFT * master.em;
    const lifted = (area: Area): Rect => ({ ...rectOf(area, master), y: rectOf(area, master).y - lift });
    // The rule over a block stands in the row above it, which may be this one's.
    const above = plan.pieces.filter((other) => other !== piece).flatMap(areasOf).map((area) => rectOf({ ...area, row: area.row - 1, rows: 1 }, master));
    const page = cropBlock(typeset.list.pages[i]!, piece.article, areasOf(piece).map(lifted), lifted(bounds), above);
    const name = path.join(BLOCKS, `${named.find(({ id }) => id === piece.article)?.name ?? piece.article} ${pageNamer(edition.paper)(plan.number)} ${bounds.columns}栏×${bounds.rows}行.pdf`);
    const list = { ...typeset.list, pages: [page], outline: [], title: nameOfArticle(pkg, piece.article) };
    writeAtomically(path.join(folder, name), (sink) => writePdfTo(list, opened, { date: date ?? edition.date ?? pkg.meeting.opens, images: pkg.assets }, sink), {});
    return { page: plan.number, article: piece.article, file: name };
  }));
}

function rectOf({ column, columns, row, rows }: Area, master: PaperMaster): Rect {
  return { x: columnLeft(master, column), y: rowTop(master, row), width: longMeasure(master, columns), height: rows * master.pitch };
}

/** The slip: one line an article, then what is in the folder. */
function slipText(pkg: Package, edition: Edition, master: PaperMaster, { typeset }: ExportResult, fonts: ExportJob['fonts']['fonts'], files: readonly string[]): string {
  const typesetter = new Typesetter({ fonts, images: pkg.assets });
  const layout = typeset.layout?.layout ?? { pages: [] };
  const rooms = typesetter.rooms(pkg, edition, layout);
  const rows = edition.articles.map((id) => {
    const own = rooms.filter(({ article }) => article === id);
    const over = own.reduce((sum, room) => sum + room.over, 0);
    const inHead = own.reduce((sum, room) => sum + (room.inHead ?? 0), 0);
    const short = own.reduce((sum, room) => sum + room.short, 0);
    const beforeJump = own.reduce((sum, room) => sum + (room.beforeJump ?? 0), 0);
    // A block's own lines may be wider than the page's, by which a paper cuts.
    const measure = own.at(-1)?.measure ?? master.characters;
    const inPageLines = (lines: number): string => (measure === master.characters ? '' : `；每行 ${measure} 字，按每行 ${master.characters} 字约 ${Math.ceil((lines * measure) / master.characters)} 行`);
    const characters = [...plainText(pkg, { ...edition, articles: [id] }).replace(/\s/gu, '')].length;
    const places = layout.pages.flatMap(({ number, pieces }) => pieces.filter(({ article }) => article === id).map((piece) => `${pageNamer(edition.paper)(number)} ${boundsOf(piece).columns}栏×${boundsOf(piece).rows}行`));
    return [
      nameOfArticle(pkg, id), `    字符数 ${characters}；按每行 ${master.characters} 字，正文 ${typesetter.linesAtMeasure(pkg, edition, id)} 行`,
      `    位置 ${places.length === 0 ? '没有排上' : places.join('、')}；${over > 0 ? `余 ${over} 行（排不下${inPageLines(over)}）` : short > 0 ? `缺 ${short} 行（空着）` : `正好${inHead > 0 ? `，标题上下加 ${inHead} 行` : ''}${beforeJump > 0 ? `，转版前末栏空 ${beforeJump} 行` : ''}`}`,
    ].join('\n');
  });
  return [
    '送稿单', '', `报纸：${edition.paper?.name ?? '（未填）'}`, `出报日期：${edition.date ?? pkg.meeting.opens ?? '（未填）'}`, `稿次：${pkg.stage ?? '（未定）'}`,
    `版面：${master.name}，${master.columns} 栏，每栏 ${master.characters} 字，每版 ${master.lines} 行，共 ${layout.pages.length} 版`, '', '稿件', ...rows.map((row, i) => `${i + 1}. ${row}`), '', '文件', ...files.map((file) => `- ${file}`), '',
  ].join('\n');
}
