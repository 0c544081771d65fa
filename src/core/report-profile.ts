// What is wrong in an edition's own settings, whoever wrote them: days that are none, wordings of a
// paper that name no page (N-20: both ends of a jump exist and name the other's page), braces in its
// other lines that would be printed as they are, a 期号 that is not the one counted. The form of
// 报纸信息 takes none of them; a package made elsewhere may hold anything. In: an edition and the
// meeting record; out: findings. Pages are set all the same: a day that is none prints nothing.
import type { Diagnostic } from './diagnostic';
import { isDay } from './model/iso-day';
import type { Edition, Meeting } from './model/package';
import { ISSUE_PLACE, strangeBrace } from './model/line-braces';
import { wordingFault } from './model/page-name';
import { otherNumber } from './page/issue-number';

export function profileDiagnostics(edition: Pick<Edition, 'kind' | 'date' | 'paper'>, meeting: Meeting): Diagnostic[] {
  return [...dayDiagnostics(edition, meeting), ...(edition.kind === 'newspaper' && edition.paper !== null ? [...wordingDiagnostics(edition.paper), ...lineDiagnostics(edition.paper), ...numberDiagnostics(edition.paper, edition.date ?? meeting.opens)] : [])];
}

/** Days that are written and are none: 2026-02-31. */
function dayDiagnostics({ kind, date, paper }: Pick<Edition, 'kind' | 'date' | 'paper'>, { opens, closes }: Meeting): Diagnostic[] {
  const days: readonly (readonly [string, string | null | undefined, string])[] = [
    ...(kind === 'newspaper' ? [['出报日期', date, '“报纸信息”'], ['“期号推算”里的日期', paper?.counting?.date, '“报纸信息”']] as const : []),
    ['会议的开幕日期', opens, '“会议信息”'], ['会议的闭幕日期', closes, '“会议信息”'],
  ];
  return days.flatMap(([name, day, where]): Diagnostic[] => (day === null || day === undefined || isDay(day) ? [] : [{
    severity: 'warning', code: 'date-invalid', message: `${name}“${day}”没有这一天，用到的地方都不印日期`, at: null, suggestion: `在${where}里改成确有的日子，写作 2026-01-12`,
  }]));
}

/** Wordings that would print no page, or what was never meant to be printed. */
function wordingDiagnostics({ jump, pageWording }: NonNullable<Edition['paper']>): Diagnostic[] {
  const wordings: readonly (readonly [string, string])[] = [['转版写作', jump.forward], ['接排写作', jump.back], ...(pageWording === undefined ? [] : [['版次写作', pageWording]] as const)];
  return wordings.flatMap(([name, wording]): Diagnostic[] => {
    const fault = wordingFault(wording);
    return fault === null ? [] : [{
      severity: 'error', code: 'jump-broken', message: `“${name}”${wording.trim() === '' ? '是空的' : `“${wording}”不对`}，${fault}`, at: null, suggestion: `在“报纸信息”的“${name}”里改`,
    }];
  });
}

/** Lines that are printed as they were typed, with something in braces that stands for nothing; a 期号 that is not printed, for nothing counts its `{n}`. */
function lineDiagnostics({ name, issue, publisher, registration, editors, contact, tail, pagesToday, pageNames, counting }: NonNullable<Edition['paper']>): Diagnostic[] {
  const lines: readonly (readonly [string, string | null | undefined, RegExp?])[] = [
    ['报名', name], ['期号', issue, ISSUE_PLACE], ['主办单位', publisher], ['刊号', registration], ['责编等', editors.map((one) => `${one.role} ${one.name}`).join('；')],
    ['版数', pagesToday], ['联系方式', contact], ['报尾', tail], ['各版名称', pageNames.join('、')],
  ];
  const strange = lines.flatMap(([field, line, places]): Diagnostic[] => {
    const found = strangeBrace(line ?? '', places);
    return found === null ? [] : [{
      severity: 'error', code: 'line-braces', message: `“${field}”“${line}”里的“${found}”不代表什么，会照样印出来`, at: null, suggestion: `在“报纸信息”的“${field}”里${places === undefined ? '' : '把推算的数写作 {n}，或'}删掉它`,
    }];
  });
  const isUncounted = issue?.includes('{n}') === true && counting === undefined;
  return isUncounted ? [...strange, { severity: 'warning', code: 'line-braces', message: `“期号”“${issue}”里有 {n}，“期号推算”却是空的：期号不印`, at: null, suggestion: '在“报纸信息”的“期号推算”里写从哪一天数起，或把期号写成数' }] : strange;
}

/** The number is at the top of the front page, and was often left from the issue before. */
function numberDiagnostics(paper: NonNullable<Edition['paper']>, on: string | null): Diagnostic[] {
  const other = otherNumber(paper, on);
  return other === null ? [] : [{
    severity: 'warning', code: 'issue-number', message: `报头照“期号”印“${other.written}”，按“期号推算”这一期（${on}）是第 ${other.counted} 期`, at: null,
    suggestion: `请核对。推算的对，就在“报纸信息”的“期号”里把数写作 {n}（如 第{n}期）；写的对（停过刊、增过刊），就把“期号推算”改成从这一期数起：${on} 和这一期的期号`,
  }];
}
