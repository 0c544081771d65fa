// What of last year a page would print beside its articles: names of pages and editions, the
// words of 报眉 and 报尾, names in them, the day that a paper appears. In: a draft with last year's text kept.
// Out: findings without a place, for they are mended in 版式 and 报纸信息, not in a text.
import type { Diagnostic } from '../diagnostic';
import { reportTermOf } from '../model/fields';
import type { Edition, Package } from '../model/package';
import { quoted } from '../model/quote';
import { yearsOfReport } from './leftover-years';
import type { OldName } from './old-names';
import { LAST_YEAR } from './roll/version-ids';
import { bodyOf } from './roll/body';
import { sessionMentions } from './roll/sessions';

/** Days before the meeting that a paper of it may appear. */
const EARLY = 31;
const DAY = 86_400_000;

/** What is read of an edition. */
export type Furnished = Pick<Edition, 'name' | 'date' | 'paper' | 'booklet'>;

/** Findings of an edition's furniture; `names`: those of last year that are others' now. */
export function furnitureLeftovers(pkg: Package, edition: Furnished, names: readonly OldName[] = []): Diagnostic[] {
  const { meeting } = pkg;
  const review = yearsOfReport(meeting, pkg.versions.find(({ id }) => id === LAST_YEAR) ?? null)?.review ?? null;
  const body = bodyOf(pkg);
  const level = meeting.place?.at(-1) ?? null;
  const found = wordsOf(edition).flatMap(([where, text]): Diagnostic[] => [
    ...(review === null ? [] : yearsIn(text, review).map((year) => told(edition, 'leftover-year', `${where}里还是“${year}年”`))),
    ...sessionMentions(text, body, level).filter(({ owner, term, session }) => owner === 'own' && session !== null && (term === meeting.term || term === reportTermOf(meeting)) && session !== meeting.session).map((mention) => told(edition, 'leftover-session', `${where}里还是${quoted(mention.text)}`)),
    ...names.filter(({ name }) => text.replaceAll(/[\s\u3000]/g, '').includes(name.replaceAll(/[\s\u3000]/g, ''))).map(({ name, why }) => told(edition, 'leftover-name', `${where}里的“${name}”${why}`)),
  ]);
  const { opens } = meeting;
  const isPast = opens !== null && edition.date !== null && Date.parse(edition.date) < Date.parse(opens) - EARLY * DAY;
  return isPast ? [...found, told(edition, 'leftover-year', `日期还是 ${edition.date}，会议 ${opens} 才开`)] : found;
}

function told({ name }: Furnished, code: 'leftover-year' | 'leftover-session' | 'leftover-name', message: string): Diagnostic {
  return { severity: 'warning', code, message: `版式“${name}”的${message}`, at: null, suggestion: '在“版式设置”或“报纸信息”里改正' };
}

/** What is printed by hand's writing, and where it is typed. */
function wordsOf({ name, paper, booklet }: Furnished): readonly (readonly [where: string, text: string])[] {
  const words: (readonly [string, string | null | undefined])[] = [['名称', name], ['文件编号', booklet?.number]];
  if (paper !== null) words.push(['报名', paper.name], ['期号', paper.issue], ['主办单位', paper.publisher], ['报尾', paper.tail], ['刊号', paper.registration], ['联系方式', paper.contact], ...paper.editors.map(({ role, name: who }): readonly [string, string] => [role === '' ? '编辑名单' : role, who]), ['今日版数', paper.pagesToday], ...paper.pageNames.map((page): readonly [string, string] => ['版名', page]));
  return words.flatMap(([where, text]) => (text === null || text === undefined || text === '' ? [] : [[where, text] as const]));
}

/** Years of last year's paper: the one it looked back on, and of a paper of the days (2025年两会特刊) the one it met in. */
function yearsIn(text: string, review: number): readonly number[] {
  const isOfDays = /两会|会|特刊|专刊/.test(text);
  return [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?=年)/g)].map(([year]) => Number(year)).filter((year) => year === review - 1 || (isOfDays && year === review));
}
