// A newspaper page's furniture: the header (报眉) in the head margin of an inner
// page, the masthead (报头) on whole grid lines of page 1 (TYPESETTING 2.2). All of
// it is data of the paper; what the profile lacks is not printed.
import { isDay } from '../model/iso-day';
import { toHan } from '../model/numerals';
import type { PaperMaster } from '../model/master';
import type { PaperProfile } from '../model/package';
import type { StyleName } from '../model/look';
import type { ParagraphStyle } from '../flow/flow';
import type { StyleSheet } from '../flow/style-sheet';
import type { FilledFrame, Frame, Rule } from './frame';
import { longMeasure } from './paper-grid';
import type { PagePlan } from './placement';
import { generated, type SheetTools } from './sheet-page';

interface Furniture {
  readonly frames: readonly FilledFrame[];
  readonly rules: readonly Rule[];
}

const WEEKDAYS = '日一二三四五六';

/** A jump's or header's wording with its page number filled in: `下转第{n}版` → 下转第二版. */
export function pageName(wording: string, number: number, numerals: 'han' | 'digits'): string {
  return wording.replace('{n}', numerals === 'han' ? toHan(number) : String(number));
}

/** 2026年1月13日 and 星期二 of an ISO date; null where there is none, or no such day. */
export function paperDate(iso: string | null): { readonly date: string; readonly weekday: string } | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? '');
  if (match === null || !isDay(match[0])) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { date: `${year}年${month}月${day}日`, weekday: `星期${WEEKDAYS[weekday]!}` };
}

/** Places one line of furniture with its baseline at `baseline` pt from the sheet's top. */
function line(what: string, text: string, style: ParagraphStyle, x: number, baseline: number, width: number, tools: SheetTools): FilledFrame {
  const block = tools.flower.generate(what, text, style);
  const { size } = style.text;
  const frame: Frame = { what, x, y: baseline - size, width, rows: 1, grid: { pitch: size, firstBaseline: size, em: size } };
  return { frame, article: null, fragments: generated(block, width, tools.setter) };
}

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
  const numberWidth = (String(plan.number).length * 0.6 + 0.35) * number.text.size;
  frames.push(line('header-number', String(plan.number), number, left, rule - 6, numberWidth, tools));
  const beside = left + numberWidth;
  frames.push(line('header-page', pageName('第{n}版', plan.number, 'han'), style('furniture'), beside, rule - 19, 120, tools));
  const name = paper.pageNames[plan.number - paper.firstPage] ?? null;
  if (name !== null) frames.push(line('header-section', name, style('headerPage'), beside, rule - 6, 120, tools));
  frames.push(line('header-paper', [...paper.name].join(' '), style('headerName'), left, rule - 7, width, tools));
  const when = paperDate(date);
  if (when !== null) frames.push(line('header-date', `${when.date}　${when.weekday}`, style('furnitureBold', 'right'), left, rule - 19, width, tools));
  const editors = paper.editors.map(({ role, name: who }) => `${role}　${who}`).join('　　');
  if (editors !== '') frames.push(line('header-editors', editors, style('furniture', 'right'), left, rule - 6, width, tools));
  return { frames, rules: doubleRule(left, rule, width) };
}

/** 报头: the paper's name, and below it date, issue and publisher, on the first rows of the type area. */
export function composeMasthead(paper: PaperProfile, date: string | null, plan: PagePlan, master: PaperMaster, sheet: StyleSheet, tools: SheetTools): Furniture {
  const width = longMeasure(master, master.columns);
  const { left, top } = master;
  const name = sheet.paragraph('masthead');
  const foot = top + (plan.mastheadRows - 2) * master.pitch;
  const small = sheet.paragraph('furniture');
  const frames: FilledFrame[] = [line('masthead', paper.name, name, left, top + name.text.size, width, tools)];
  const when = paperDate(date);
  const dateText = when === null ? null : `${when.date}　${when.weekday}${lunarDate(date!)}`;
  const parts = [dateText, paper.registration, paper.issue, paper.publisher].filter((part): part is string => part !== null);
  const bold = sheet.variant(sheet.paragraph('furnitureBold'), 'center', 0);
  if (parts.length > 0) frames.push(line('masthead-date', parts.join('　　'), bold, left, foot - 5, width, tools));
  if (paper.contact !== null) frames.push(line('masthead-contact', paper.contact, sheet.variant(small, 'center', 0), left, foot + 11, width, tools));
  return { frames, rules: doubleRule(left, foot + (paper.contact === null ? 1 : 17), width) };
}

/** 文武线: a thick and a thin rule. */
function doubleRule(x: number, y: number, width: number): Rule[] {
  return [
    { what: 'header-rule', kind: 'line', x, y, width, height: 0, stroke: 1.4, fill: null },
    { what: 'header-rule', kind: 'line', x, y: y + 2.4, width, height: 0, stroke: 0.3, fill: null },
  ];
}

let lunar: Intl.DateTimeFormat | null = null;

/** 　农历… of an ISO date, from the platform's calendar; '' where it knows none. */
function lunarDate(iso: string): string {
  // Opening the calendar takes longer than setting the page.
  lunar ??= new Intl.DateTimeFormat('zh-CN-u-ca-chinese', { month: 'long', day: 'numeric', timeZone: 'UTC' });
  const parts = lunar.formatToParts(new Date(`${iso}T00:00:00Z`));
  const month = parts.find((part) => part.type === 'month')?.value;
  const day = Number(parts.find((part) => part.type === 'day')?.value);
  return month === undefined || !Number.isInteger(day) ? '' : `　农历${month}${lunarDay(day)}`;
}

function lunarDay(day: number): string {
  if (day <= 10) return `初${toHan(day)}`;
  if (day < 20) return toHan(day);
  return day === 20 ? '二十' : day < 30 ? `廿${toHan(day - 20)}` : '三十';
}
