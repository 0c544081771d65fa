// Names of columns over articles: left out with their reason, asked about where only
// the shape shows them; titles, headings and paragraphs that look alike stay.
import { describe, expect, it } from 'vitest';
import { isColumnName } from './column-labels';
import { queriesOf } from './queries';
import { recognise } from './recognise';
import { restoreText } from './restore';
import { decide } from './review/decide';
import { questionsOf } from './review/questions';
import { startReview } from './review/review';

const REPORT = ['政协第五届云岭市委员会常务委员会工作报告', '——2026年1月13日在政协第五届云岭市委员会第五次会议上', '黎怀远', '各位委员：', '我代表政协第五届云岭市委员会常务委员会，向大会报告工作，请予审议，并请列席会议的同志提出意见。', '一、2025年工作回顾', '一年来，在中共云岭市委坚强领导下，市政协常委会围绕中心、服务大局，各项工作取得新的成绩。'];
const STORY = ['市政协五届五次会议隆重开幕', '本报讯（记者 江一帆）1月13日上午，政协第五届云岭市委员会第五次会议在市人民会堂隆重开幕。', '会期三天半，委员们将听取并审议常委会工作报告和提案工作情况的报告。'];
const BRIEF = ['委员驻地报到有序进行', '本报讯（记者 何晓棠）1月12日，出席市政协五届五次会议的委员陆续到驻地报到。'];

const titles = (lines: readonly string[]) => recognise(lines.join('\n')).articles.map(({ fields }) => fields.main?.lines.join(''));
const leftOut = (lines: readonly string[]) => recognise(lines.join('\n')).noise.map(({ text, why }) => [text, why]);

describe('a column over its article', () => {
  it.each(['今日关注', '要闻', '时政', '简讯', '短讯', '特别报道', '两会聚焦', '聚焦两会', '专题', '今日要闻', '本市要闻', '综合新闻', '两会快讯', '【今日关注】', '■ 简讯', '简讯（三则）', '今日关注 JINRI GUANZHU', '2026云岭两会特别报道', '云岭要闻', '政协动态', '会议花絮', '一句话新闻'])('%s', (name) => {
    expect(isColumnName(name.replace(/\s/g, ''))).toBe(true);
    for (const blank of [[], ['']]) {
      const page = [name, ...blank, ...REPORT, ...blank, name, ...STORY, ...blank, name, ...blank, ...BRIEF];
      expect(titles(page)).toEqual([REPORT[0], STORY[0], BRIEF[0]]);
      const recognition = recognise(page.join('\n'));
      expect(recognition.noise.map(({ text }) => text)).toEqual([name, name, name]);
      expect(recognition.articles.map(({ blocks }) => blocks.at(-1)?.text)).toEqual([REPORT.at(-1), STORY.at(-1), BRIEF.at(-1)]);
      expect(restoreText(recognition)).toBe(page.join('\n'));
    }
  });

  it('known by its first words, its last, or both', () => {
    const known = ['直击两会', '走进今日政协', '热议民生', '解读2026年大会', '聚焦热点', '履职面对面', '两会进行时', '云岭两会专题报道', '政协要闻', '图片新闻', '政协委员连线'];
    expect(known.filter((name) => !isColumnName(name))).toEqual([]);
    const none = ['云岭政协大会', '聚焦主责主业协商', '直击', '委员要闻会', '工作报告', '市政协五届五次会议', '面对面', ''];
    expect(none.filter(isColumnName)).toEqual([]);
  });

  it('over a label of a comment, and one over another', () => {
    const page = ['要闻', '今日关注', ...STORY, '特别报道', '社论', '同心共绘云岭新画卷', '——热烈祝贺市政协五届五次会议开幕', '春潮涌动，万象更新。今天，政协第五届云岭市委员会第五次会议隆重开幕。'];
    expect(leftOut(page).map(([text]) => text)).toEqual(['要闻', '今日关注', '特别报道']);
    expect(titles(page)).toEqual([STORY[0], '同心共绘云岭新画卷']);
  });

  it('under the last story, and over numbered pieces', () => {
    expect(leftOut([...STORY, '时政要闻', '导读']).map(([text]) => text)).toEqual(['时政要闻', '导读']);
    const page = [...STORY, '简讯', '一、云岭市政协召开协商会', '1月12日，云岭市政协召开协商会，就停车难提出建议。'];
    expect(leftOut(page)).toEqual([['简讯', '栏目名']]);
    expect(leftOut(['今日关注'])).toEqual([]);
  });

  it('one that the list does not have is left out and asked about; both answers can be given', () => {
    const text = ['云岭新篇', '', ...REPORT].join('\n');
    const recognition = recognise(text);
    expect(recognition.articles[0]?.fields.main?.lines).toEqual([REPORT[0]]);
    expect(queriesOf(recognition)).toEqual([{ kind: 'unassigned', lines: [1], text: '第1行像是报纸、网站的栏目名，没有收；是标题或正文就收回来' }]);
    const review = startReview(text, recognition);
    const [question] = questionsOf(review, []);
    for (const [answer, noise, reason] of [[question?.no, 1, '人工：不收'], [question?.yes, 0, '人工：收作正文']] as const) {
      const decided = answer === undefined || answer === null ? null : decide(review, answer.decision);
      if (decided?.ok !== true) throw new Error('refused');
      expect(questionsOf(decided.review, [])).toEqual([]);
      expect(decided.review.recognition.noise.length).toBe(noise);
      expect(decided.review.recognition.lineReasons[0]).toMatchObject({ line: 1, reason, sure: true });
      expect(restoreText(decided.review.recognition)).toBe(text);
    }
  });
});

describe('what only looks like one stays', () => {
  it.each([
    ['a title of two lines', ['云岭市', '政府工作报告', ...REPORT.slice(1)]],
    ['a headline of two lines', [...REPORT, '', '同心同行', '共绘云岭新画卷', ...STORY.slice(1)]],
    ['the headline of a brief', [...REPORT, '', '简讯', ...BRIEF.slice(1)]],
    ['a heading in a report', [...REPORT, '综合', '全年组织调研16项，提交调研报告14篇。', '专题', '一、召开专题协商会', '全年召开专题协商会4次。']],
    ['a kind of writing', ['委员声音', '建议给老小区多装充电桩', '——访市政协委员罗承志', '本报记者 何晓棠', '他建议，由街道统筹点位、企业负责建设、物业做好看护，让居民下楼就能充上电。']],
    ['who speaks', [REPORT[0] ?? '', '黎怀远', ...REPORT.slice(3)]],
  ])('%s', (_, lines) => { expect(leftOut(lines)).toEqual([]); });
});
