// How the report's title and occasion will read under a record, for the two forms that ask for
// one. In the form that the package's own heads use; where they use none, in a committee's, and
// in that of a people's congress where the record names one.
import { emptyFieldText, renderField } from '../../core/model/fields';
import type { Article, Meeting } from '../../core/model/package';
import { usedForm } from './used-form';

export interface PreviewLine {
  readonly name: string;
  /** null: the record lacks what it is made of. */
  readonly text: string | null;
  /** What is shown then. */
  readonly empty: string;
}

const LINES = [['title', 'plain', '报告标题'], ['occasion', 'dash', '题注'], ['meeting', 'jieci', '简称']] as const;

export function previewLines(articles: readonly Article[], meeting: Meeting): readonly PreviewLine[] {
  return LINES.map(([path, usual, name]): PreviewLine => {
    const used = usedForm(articles, path);
    const text = used === null && isCongress(meeting) && path !== 'meeting' ? congressLine(path, meeting) : renderField(path, used ?? usual, meeting);
    return { name, text, empty: emptyFieldText(path) };
  });
}

const CONGRESS = /人民代表大会$/;
const isCongress = ({ organisation }: Meeting): boolean => CONGRESS.test(organisation.full ?? '');

/** 石桥县人民代表大会常务委员会工作报告; ——在石桥县第十七届人民代表大会第五次会议上. */
function congressLine(path: 'title' | 'occasion', meeting: Meeting): string | null {
  const full = meeting.organisation.full ?? '';
  if (path === 'title') return `${full}常务委员会工作报告`;
  const [term, session] = [renderField('term', 'di', meeting), renderField('session', 'di', meeting)];
  return term === null || session === null ? null : `——在${full.replace(CONGRESS, '')}${term}人民代表大会${session}会议上`;
}
