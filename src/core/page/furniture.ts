// A newspaper page's furniture: the header (报眉) in the head margin of an inner
// page, the masthead (报头) on whole grid lines of page 1 (TYPESETTING 2.2). All of
// it is data of the paper; what the profile lacks is not printed.
import { isDay } from '../model/iso-day';
import type { PaperMaster } from '../model/master';
import { pageCode, printedPageName } from '../model/page-name';
import type { Rect } from '../geometry';
import type { PaperArt, PaperProfile } from '../model/package';
import type { StyleName } from '../model/look';
import type { ParagraphStyle } from '../flow/flow';
import type { StyleSheet } from '../flow/style-sheet';
import type { FilledFrame, Frame, PlacedPicture, Rule } from './frame';
import { centredWidth, furnitureLine } from './furniture-line';
import { issueNumber } from './issue-number';
import { lunarDate } from './lunar-date';
import { longMeasure, rowTop } from './paper-grid';
import type { PagePlan } from './placement';
import { generated, type SheetTools } from './sheet-page';

interface Furniture {
  readonly frames: readonly FilledFrame[];
  readonly rules: readonly Rule[];
  readonly pictures: readonly PlacedPicture[];
}

const WEEKDAYS = '日一二三四五六';

/** 期号 as printed on a day: counted where the paper says how, else as it is written; null where nothing of it is known. */
export function issueOf({ issue, counting }: Pick<PaperProfile, 'issue' | 'counting'>, date: string | null): string | null {
  const number = counting === undefined || date === null ? null : issueNumber(counting, date);
  // A wording that waits for a number says nothing without one.
  if (number === null) return issue?.includes('{n}') === true ? null : issue;
  return issue === null ? `第${number}期` : issue.replaceAll('{n}', String(number));
}

/** 2026年1月13日 and 星期二 of an ISO date; null where there is none, or no such day. */
export function paperDate(iso: string | null): { readonly date: string; readonly weekday: string } | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? '');
  if (match === null || !isDay(match[0])) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { date: `${year}年${month}月${day}日`, weekday: `星期${WEEKDAYS[weekday]!}` };
}

/** Between two lines of a header that stand side by side at the least before one is made smaller, pt. */
const BESIDE = 1;
/** Part of the width that the paper's name takes in a header at the most. */
const NAME_PART = 0.5;

/** Height of the paper's name in artwork in a header, em of its name in type, and how far its foot stands over the rule, pt. */
const ART_HIGH = 1.25;
const ART_LIFT = 5;

/** Distance of the header's rule above the type area, and of its lines above the rule, pt (by eye on the reference page). */
const HEADER_RULE = 12;

/** 报眉: page number and name at the left, paper in the middle, date and editors at the right, 文武线 below. */
export function composeHeader(paper: PaperProfile, date: string | null, plan: PagePlan, master: PaperMaster, sheet: StyleSheet, tools: SheetTools): Furniture {
  const width = longMeasure(master, master.columns);
  const rule = master.top - HEADER_RULE;
  const { left } = master;
  const style = (name: StyleName, align?: ParagraphStyle['align']): ParagraphStyle => {
    const base = sheet.paragraph(name);
    return align === undefined ? base : sheet.variant(base, align, 0);
  };
  const frames: FilledFrame[] = [];
  const number = style('headerNumber');
  // A number of letters (A3) is the page's one: it stands large; small beside it A3版 stands only over the page's name.
  const worded = printedPageName(paper, plan.number);
  const code = pageCode(paper, plan.number);
  const large = code ?? String(plan.number);
  const numberWidth = (large.length * (code === null ? 0.6 : 0.66) + 0.35) * number.text.size;
  // In artwork as the 报头 has it, or in type; never in red, which is the 报头's.
  const { size } = style('headerName').text;
  const art = paper.nameArt === undefined ? null : artIn(paper.nameArt, { x: left + ((1 - NAME_PART) / 2) * width, y: rule - ART_LIFT - ART_HIGH * size, width: NAME_PART * width, height: ART_HIGH * size }, 'middle');
  const paperName = art === null ? furnitureLine({ what: 'header-paper', text: [...paper.name].join(' '), style: style('headerName'), x: left, width, most: NAME_PART * width }, rule - 7, tools) : null;
  // Each has the width to the name in the middle.
  const most = (width - (paperName === null ? art!.rect.width : centredWidth(paperName))) / 2 - BESIDE;
  frames.push(furnitureLine({ what: 'header-number', text: large, style: number, x: left, width: numberWidth }, rule - 6, tools));
  const beside = { x: left + numberWidth, width: Math.max(120, most - numberWidth), most: most - numberWidth };
  const name = paper.pageNames[plan.number - paper.firstPage] ?? null;
  if (code === null || (code !== worded && name !== null)) frames.push(furnitureLine({ what: 'header-page', text: worded, style: style('furniture'), ...beside }, rule - 19, tools));
  if (name !== null) frames.push(furnitureLine({ what: 'header-section', text: name, style: style('headerPage'), ...beside }, rule - 6, tools));
  if (paperName !== null) frames.push(paperName);
  const when = paperDate(date);
  if (when !== null) {
    const dated = (text: string): FilledFrame => furnitureLine({ what: 'header-date', text, style: style('furnitureBold', 'right'), x: left, width, most }, rule - 19, tools);
    const day = `${when.date}　${when.weekday}`;
    const full = dated(paper.lunar === false ? day : `${day}${lunarDate(date!)}`);
    // The lunar date is left out sooner than the line made smaller.
    frames.push(full.frame.grid.em < style('furnitureBold').text.size ? dated(day) : full);
  }
  const editors = paper.editors.map(({ role, name: who }) => `${role}　${who}`).join('　　');
  if (editors !== '') frames.push(furnitureLine({ what: 'header-editors', text: editors, style: style('furniture', 'right'), x: left, width, most }, rule - 6, tools));
  return { frames, rules: doubleRule(left, rule, width), pictures: art === null ? [] : [art] };
}

/** 报头: the paper's name, and below it date, issue and publisher, on the first rows of the type area. */
export function composeMasthead(paper: PaperProfile, date: string | null, plan: PagePlan, master: PaperMaster, sheet: StyleSheet, tools: SheetTools): Furniture {
  const width = longMeasure(master, master.columns);
  const { left, top } = master;
  const name = sheet.paragraph('masthead');
  // With a line of contact below it the rule still leaves the first headline a row of air.
  const foot = top + (plan.mastheadRows - 2) * master.pitch - (paper.contact === null ? 0 : CONTACT_LIFT);
  const small = sheet.paragraph('furniture');
  const red = paper.nameRed === true ? { red: true } : {};
  const { nameArt } = paper;
  const frames: FilledFrame[] = nameArt === undefined ? [{ ...furnitureLine({ what: 'masthead', text: paper.name, style: name, x: left, width }, top + name.text.size, tools), ...red }] : [];
  const pictures: PlacedPicture[] = nameArt === undefined ? [] : [{ ...artIn(nameArt, { x: left, y: top, width, height: foot - 5 - sheet.paragraph('furnitureBold').text.size - top - NAME_AIR }, 'middle'), ...red }];
  const when = paperDate(date);
  const dateText = when === null ? null : `${when.date}　${when.weekday}${paper.lunar === false ? '' : lunarDate(date!)}`;
  const parts = [dateText, paper.registration, issueOf(paper, date), pagesWords(paper.pagesToday), paper.publisher].filter((part): part is string => part !== null);
  const bold = sheet.variant(sheet.paragraph('furnitureBold'), 'center', 0);
  if (parts.length > 0) frames.push(furnitureLine({ what: 'masthead-date', text: parts.join('　　'), style: bold, x: left, width }, foot - 5, tools));
  if (paper.contact !== null) frames.push(furnitureLine({ what: 'masthead-contact', text: paper.contact, style: sheet.variant(small, 'center', 0), x: left, width }, foot + 11, tools));
  return { frames, rules: doubleRule(left, foot + (paper.contact === null ? 1 : 17), width), pictures };
}

/** 今日8版, also where the number alone was filled in. */
function pagesWords(today: string | undefined): string | null {
  return today === undefined ? null : /^\d+$/.test(today) ? `今日${today}版` : today;
}

/** Between a 报名 in artwork and the line below it, pt. */
const NAME_AIR = 8;
/** Part of a room's width that artwork takes at the most. */
const MOST_WIDE = 0.7;

/** Artwork as large as fits a room, in its middle or at its right, in its whole shape. */
export function artIn({ asset, width, height }: PaperArt, room: Rect, at: 'left' | 'middle' | 'right'): PlacedPicture {
  const shape = width / height;
  const wide = Math.min(at === 'middle' ? MOST_WIDE * room.width : room.width, room.height * shape);
  const high = wide / shape;
  const x = room.x + (at === 'left' ? 0 : at === 'middle' ? (room.width - wide) / 2 : room.width - wide);
  return { asset, shape, rect: { x, y: room.y + (room.height - high) / 2, width: wide, height: high } };
}

/** 报尾: a hairline and the paper's address, price and printer below the type area of its last page. */
export function composeTail(tail: string, master: PaperMaster, sheet: StyleSheet, tools: SheetTools): Furniture {
  const width = longMeasure(master, master.columns);
  const y = rowTop(master, master.lines) + TAIL_RULE;
  const style = sheet.variant(sheet.paragraph('furniture'), 'center', 0);
  const { size } = style.text;
  const block = tools.flower.generate('tail', tail, style);
  const grid = { pitch: TAIL_PITCH * size, firstBaseline: size, em: size };
  const set = generated(block, width, tools.setter);
  const rows = set[0]?.end ?? 1;
  const frame: Frame = { what: 'tail', x: master.left, y: y + TAIL_AIR, width, rows, grid };
  return { frames: [{ frame, article: null, fragments: set }], rules: [{ what: 'tail-rule', kind: 'line', x: master.left, y, width, height: 0, stroke: 0.3, fill: null }], pictures: [] };
}

/** From the type area to the 报尾's rule, from there to its line, pt; pitch of its lines, em. */
const TAIL_RULE = 8;
const TAIL_AIR = 5;
const TAIL_PITCH = 1.4;

/** What the line of contact takes from the room between the 报名 and the date, pt. */
const CONTACT_LIFT = 9;

/** 文武线: a thick and a thin rule. */
function doubleRule(x: number, y: number, width: number): Rule[] {
  return [
    { what: 'header-rule', kind: 'line', x, y, width, height: 0, stroke: 1.4, fill: null },
    { what: 'header-rule', kind: 'line', x, y: y + 2.4, width, height: 0, stroke: 0.3, fill: null },
  ];
}
