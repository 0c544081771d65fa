// What 插入 › 会议信息项 offers: each value of the meeting record in each of its
// forms, shown as it reads now; one that is not filled in yet by an example, so that
// a form can be chosen all the same.
import { FIELD_FORMS, fieldName, renderField } from '../../core/model/fields';
import type { Meeting } from '../../core/model/package';

export interface FieldForm {
  readonly form: string;
  /** 第五届, or 例：第五届 where the record lacks it. */
  readonly text: string;
}

export interface FieldChoice {
  readonly path: string;
  readonly name: string;
  readonly forms: readonly FieldForm[];
}

/** Paths that are made from another value and share its name. */
const OWN_NAMES: Readonly<Record<string, string>> = { level: '地名的末字（市、县）', superior: '上一级（全国、省、市）', reviewYear: '报告的年份（去年）', planYear: '安排的年份（今年）', salutation: '称谓' };

const EXAMPLE: Meeting = {
  place: '云岭市', organisation: { full: '中国人民政治协商会议云岭市委员会', short: '政协云岭市委员会' }, term: 5, reportTerm: 5, session: 4, opens: '2027-01-12', closes: '2027-01-15',
  venue: '云岭大会堂', speaker: '林致远', chair: '周明', expected: 300, present: 290, salutation: '各位委员：',
};

/** Every choice for a record. Forms that read alike are offered once. */
export function fieldChoices(meeting: Meeting): readonly FieldChoice[] {
  return [...FIELD_FORMS].map(([path, forms]) => {
    const offered: FieldForm[] = [];
    for (const form of forms) {
      const value = renderField(path, form, meeting);
      const text = value ?? `例：${renderField(path, form, EXAMPLE) ?? ''}`;
      if (!offered.some((other) => other.text === text)) offered.push({ form, text });
    }
    return { path, name: OWN_NAMES[path] ?? fieldName(path), forms: offered };
  });
}
