// The laws of a typeset package, in one place (DESIGN, Tests): no character lost or
// doubled, every run's source is the document's own text, nothing outside the type
// area, nothing over anything else, no rule through a line, no forbidden line start or end, every glyph in
// one run. Written from the rules and the list alone: it shares no step with the
// engine but the model's conserved text, which is itself made without flow.
import type { Node } from 'prosemirror-model';
import type { DisplayPage, GlyphRun, Item } from '../src/core/display/list';
import type { Font } from '../src/core/font';
import type { BlockOrigin } from '../src/core/flow/flow';
import { conservedText, textDifference } from '../src/core/model/conserved-text';
import type { Master } from '../src/core/model/master';
import type { Article, Edition, FieldPath, Package } from '../src/core/model/package';
import { UPRIGHT_DECK } from '../src/core/page/vertical-title';
import type { Resources, Typeset } from '../src/core/typeset';

/** A run with the left and top of its group on the sheet, and the article and frame that it stands in. */
export interface PlacedText {
  readonly page: number;
  readonly run: GlyphRun;
  readonly x: number;
  readonly y: number;
  readonly article: string | null;
  readonly frame: string;
  /** Numbers the frame among all of the list. */
  readonly group: number;
}

/** Every run of a typeset package, in printing order. */
export function textsOf({ list }: Typeset): PlacedText[] {
  const out: PlacedText[] = [];
  let group = 0;
  const walk = (items: readonly Item[], page: number, x: number, y: number, article: string | null, frame: string): void => {
    for (const item of items) {
      if (item.kind === 'glyphs') out.push({ page, run: item, x, y: y + item.y, article, frame, group });
      else if (item.kind === 'group') {
        group++;
        walk(item.items, page, x + item.x, y + item.y, item.article ?? article, item.what);
      }
    }
  };
  list.pages.forEach((page, index) => walk(page.items, index, 0, 0, null, ''));
  return out;
}

/** Every breach of a law, as a sentence; none for a lawful setting. */
export function checkLaws(typeset: Typeset, pkg: Package, edition: Edition, resources: Resources): string[] {
  const found: string[] = [];
  const texts = textsOf(typeset);
  checkConserved(texts, pkg, edition, found);
  checkSources(texts, typeset, pkg, found);
  checkGlyphs(typeset.list.pages, texts, found);
  checkPlaces(texts, typeset, edition.master, resources, found);
  if (edition.master.kind === 'paper') checkRules(texts, typeset, resources, found);
  checkBreaks(texts, typeset, found);
  return found;
}

/** Text of each article as printed equals its conserved text; jump labels are the only other words in it. */
function checkConserved(texts: readonly PlacedText[], pkg: Package, edition: Edition, found: string[]): void {
  for (const [id, conserved] of conservedText(pkg, edition)) {
    const own = texts.filter(({ article }) => article === id);
    const labels = own.filter(({ run }) => run.source.kind === 'generated' && (run.source.what === 'jump-from' || run.source.what === 'stage')).map(({ run }) => run.text);
    const difference = textDifference(own.map(({ run }) => run.text).join(''), conserved, labels);
    if (difference !== null) found.push(`${id}: at ${difference.at} expected ${difference.expected}, found ${difference.found}`);
  }
}

/** A top-level block or a field's paragraph as its positions run: an atom is one character, between two cells of a table one. */
function positionsOf(node: Node): string {
  if (node.isTextblock) return node.textBetween(0, node.content.size, '', (leaf) => (leaf.type.name === 'hard_break' ? '\n' : '\ufffc'));
  const cells: string[] = [];
  node.descendants((child) => {
    if (child.isTextblock) cells.push(positionsOf(child));
    return !child.isTextblock;
  });
  return cells.join('\u0000');
}

function blockText(origin: BlockOrigin, articles: readonly Article[]): string | null {
  if (origin.kind === 'generated') return null;
  const article = articles.find(({ id }) => id === origin.article)!;
  const node = origin.kind === 'field' ? article.fields[origin.field as FieldPath]?.firstChild : article.doc.maybeChild(origin.index);
  return node === null || node === undefined ? null : positionsOf(node);
}

/** A run's source names exactly its own characters in the document. */
function checkSources(texts: readonly PlacedText[], { origins }: Typeset, { articles }: Package, found: string[]): void {
  const known = new Map<number, string | null>();
  for (const { run, page } of texts) {
    const { source } = run;
    if (source.kind === 'generated') continue;
    const origin = origins.get(source.block);
    if (origin === undefined) {
      found.push(`page ${page + 1}: 「${run.text}」 comes from block ${source.block}, which nobody is`);
      continue;
    }
    if (!known.has(source.block)) known.set(source.block, blockText(origin, articles));
    const there = known.get(source.block)?.slice(source.from, source.to);
    if (source.kind === 'atom' ? there !== '\ufffc' : there !== run.text) found.push(`page ${page + 1}: 「${run.text}」 says it is 「${there}」`);
  }
}

/** Each glyph of a page belongs to one run, in order; its text offsets rise. */
function checkGlyphs(pages: readonly DisplayPage[], texts: readonly PlacedText[], found: string[]): void {
  pages.forEach((page, index) => {
    let next = 0;
    for (const { run } of texts.filter((one) => one.page === index)) {
      if (run.first !== next || run.end <= run.first) found.push(`page ${index + 1}: 「${run.text}」 has glyphs ${run.first}–${run.end}, expected from ${next}`);
      next = run.end;
      for (let g = run.first; g < run.end; g++) {
        if (page.at[g]! >= run.text.length || (g > run.first && page.at[g]! < page.at[g - 1]!)) found.push(`page ${index + 1}: glyph ${g} of 「${run.text}」 is at ${page.at[g]}`);
      }
    }
    if (next !== page.glyph.length) found.push(`page ${index + 1}: ${page.glyph.length - next} glyphs in no run`);
  });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
}

/** Type area of a page; its number decides the side of the margins (G-02). */
function typeArea(master: Master, label: string): Box {
  if (master.kind === 'paper') {
    const width = (master.columns * master.characters + (master.columns - 1) * master.gap) * master.em;
    const bottom = master.top + master.firstBaseline + (master.lines - 1) * master.pitch;
    return { left: master.left, right: master.left + width, top: master.top, bottom, text: '' };
  }
  const width = master.columns.characters * master.columns.em;
  const left = Number(label) % 2 === 0 && master.draft === undefined ? master.width - master.inner - width : master.inner;
  return { left, right: left + width, top: master.top, bottom: master.top + master.firstBaseline + (master.lines - 1) * master.pitch, text: '' };
}

/** Ink of a run between its baseline and x-height line: enough to see one line run over another. */
function boxOf({ run, x, y }: PlacedText, page: DisplayPage, fonts: ReadonlyMap<string, Font>, ids: readonly string[]): Box | null {
  const font = fonts.get(ids[run.font]!)!;
  const scale = run.size / font.unitsPerEm;
  let left = Infinity;
  let right = -Infinity;
  for (let g = run.first; g < run.end; g++) {
    const ink = font.inkOf(page.glyph[g]!);
    if (ink === null) continue;
    left = Math.min(left, x + page.x[g]! + ink.xMin * scale);
    right = Math.max(right, x + page.x[g]! + ink.xMax * scale);
  }
  return left === Infinity ? null : { left, right, top: y - 0.7 * run.size, bottom: y, text: run.text };
}

const REACH = 0.05;
/** A stroke of a kai that is drawn larger to look as large as song (领, at a line's start) may stand so far out of its cell, em. */
const OVERHANG = 0.02;

function checkPlaces(texts: readonly PlacedText[], { list, diagnostics }: Typeset, master: Master, { fonts }: Resources, found: string[]): void {
  const byId = new Map([...fonts.values()].flat().map((font) => [font.id, font]));
  const overfull = new Set(diagnostics.flatMap(({ code, message }) => (code === 'line-overfull' || code === 'frame-overset' ? [message] : [])));
  list.pages.forEach((page, index) => {
    const boxes: Box[] = [];
    const area = typeArea(master, page.label);
    // A title larger than the body may stand out of its first row's em box by half of what it is larger.
    const body = master.kind === 'paper' ? master.em : master.columns.em;
    for (const one of texts) {
      if (one.page !== index) continue;
      const box = boxOf(one, page, byId, list.fonts);
      if (box === null) continue;
      boxes.push(box);
      if (one.article === null || overfull.size > 0) continue;
      const overhang = Math.max(REACH, OVERHANG * one.run.size);
      if (box.left < area.left - overhang || box.right > area.right + overhang) found.push(`page ${index + 1}: 「${box.text}」 stands at ${box.left}–${box.right}, outside ${area.left}–${area.right}`);
      if (box.bottom > area.bottom + REACH || box.bottom - 0.88 * Math.min(body, one.run.size) < area.top - REACH) found.push(`page ${index + 1}: 「${box.text}」 has its baseline at ${box.bottom}, outside ${area.top}–${area.bottom}`);
    }
    boxes.sort((a, b) => a.top - b.top);
    boxes.forEach((a, i) => {
      for (let j = i + 1; j < boxes.length && boxes[j]!.top < a.bottom - 0.5; j++) {
        const b = boxes[j]!;
        if (a.left < b.right - 0.5 && b.left < a.right - 0.5) found.push(`page ${index + 1}: 「${a.text}」 and 「${b.text}」 overlap`);
      }
    });
  });
}

/** A rule between two articles or two columns, around a box or at the end of a page goes through no line of an article. */
function checkRules(texts: readonly PlacedText[], { list }: Typeset, { fonts }: Resources, found: string[]): void {
  const byId = new Map([...fonts.values()].flat().map((font) => [font.id, font]));
  list.pages.forEach((page, index) => {
    const edges = page.items.flatMap((item): { left: number; right: number; top: number; foot: number }[] => {
      if (item.kind !== 'path' || item.stroke === null) return [];
      const [xs, ys] = [item.coords.filter((_, i) => i % 2 === 0), item.coords.filter((_, i) => i % 2 === 1)];
      return [{ left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), foot: Math.max(...ys) }];
    });
    const rules = edges.flatMap(({ left, right, top, foot }) => (left === right ? [] : [...new Set([top, foot])].map((y) => ({ left, right, y }))));
    // Of a box both sides; a column rule is one.
    const upright = edges.flatMap(({ left, right, top, foot }) => (top === foot ? [] : [...new Set([left, right])].map((x) => ({ x, top, foot }))));
    for (const one of texts) {
      const box = one.page === index && one.article !== null ? boxOf(one, page, byId, list.fonts) : null;
      if (box === null) continue;
      const rule = rules.find(({ left, right, y }) => y > box.top + REACH && y < box.bottom - REACH && left < box.right && box.left < right);
      if (rule !== undefined) found.push(`page ${index + 1}: a rule at ${rule.y} goes through 「${box.text}」 at ${box.top}–${box.bottom}`);
      const side = upright.find(({ x, top, foot }) => x > box.left + REACH && x < box.right - REACH && top < box.bottom - REACH && box.top + REACH < foot);
      if (side !== undefined) found.push(`page ${index + 1}: a rule downwards at ${side.x}, to ${side.foot}, goes through 「${box.text}」 at ${box.left}–${box.right}, ${box.top}–${box.bottom}`);
    }
  });
}

const NO_START = '。．？！，、；：”’）》〉】〕·/／%％‰℃';
const NO_END = '“‘（《〈【〔￥$/／';

/** T-01, T-02, T-05 between any two lines of a block, also where a frame, a page or a jump lies between them. */
function checkBreaks(texts: readonly PlacedText[], { diagnostics }: Typeset, found: string[]): void {
  if (diagnostics.some(({ code }) => code === 'line-overfull')) return;
  let last: PlacedText | null = null;
  for (const one of texts) {
    if (one.article === null) continue;
    const { source } = one.run;
    const before: PlacedText | null = last;
    last = one;
    if (before === null || source.kind === 'generated' || before.run.source.kind === 'generated' || before.run.source.block !== source.block) continue;
    const sameLine = before.group === one.group && (one.frame === UPRIGHT_DECK ? one.y > before.y : Math.abs(before.y - one.y) < 0.6 * Math.max(one.run.size, before.run.size));
    // Text between them that was not printed: a blank that fell away, a hard break, the seam of two cells.
    if (sameLine || before.run.source.to !== source.from) continue;
    const end = before.run.text.at(-1) ?? '';
    const start = one.run.text[0] ?? '';
    if (NO_START.includes(start)) found.push(`page ${one.page + 1}: a line begins with ${start} (T-01), after 「${before.run.text.slice(-6)}」`);
    if (NO_END.includes(end)) found.push(`page ${before.page + 1}: a line ends with ${end} (T-02)`);
    if (/[0-9]/.test(end) && /[0-9.%]/.test(start)) found.push(`page ${one.page + 1}: ${end}|${start} parts a number (T-05)`);
  }
}
