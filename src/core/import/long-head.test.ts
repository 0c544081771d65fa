// Titles that do not look like one line of a head: longer than a headline (a body with
// all its names and …情况的报告), or a single word that reads like a name (公告).
import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline';
import { recognise } from './recognise';

const shape = (text: string) => outlineOf(recognise(text)).articles.map(({ kind, title, speaker, date }) => ({ kind, title, speaker, date }));

const LONG = '中国人民政治协商会议云岭市第六届委员会常务委员会关于贯彻落实中共中央关于新时代加强和改进人民政协工作的意见推进专门协商机构建设情况的工作报告';
const BODY = '各位委员：\n我受常务委员会委托，向大会报告工作，请予审议。\n一、2025年工作回顾\n一年来，市政协聚焦中心任务，履职尽责，取得了新的成绩。';

describe('a title longer than a headline', () => {
  it.each<[string, string, string | null]>([
    ['over its occasion, date and name', `——在政协云岭市第六届委员会第四次会议上\n（2026年1月12日）\n江一帆\n${BODY}`, '江一帆'],
    ['over its date', `（2026年1月12日）\n${BODY}`, null],
    ['over its speaker', `政协云岭市委员会副主席　江一帆\n（2026年1月12日）\n${BODY}`, '江一帆'],
    ['over the salutation', BODY, null],
  ])('on one line, %s', (_name, rest, speaker) => {
    expect(shape(`${LONG}\n${rest}`)).toMatchObject([{ kind: 'report', title: LONG, speaker }]);
    // A story in front of it stays a story.
    expect(shape(`本报讯（记者 江一帆）市政协今天召开会议，学习有关文件精神。\n\n${LONG}\n${rest}`)).toMatchObject([{ kind: 'news' }, { kind: 'report', title: LONG }]);
  });

  it('on two lines, the first of which ends with 和', () => {
    const [first, second] = ['中国人民政治协商会议云岭市第六届委员会常务委员会关于政协云岭市六届三次会议以来提案工作情况和', '贯彻落实全国政协提案工作座谈会精神推动提案办理提质增效的报告'];
    expect(shape(`${first}\n${second}\n——在政协云岭市第六届委员会第四次会议上\n${BODY}`)).toMatchObject([{ kind: 'report', title: first + second }]);
  });

  it('a long piece of a sentence that ends with the name of a report is text', () => {
    const cut = '政协云岭市第六届委员会第四次会议认真听取和审议了江一帆同志代表政协云岭市第六届委员会常务委员会向大会所作的关于五年来全部工作情况的报告';
    expect(shape(`关于常务委员会工作报告的决议\n（2026年1月15日政协云岭市第六届委员会第四次会议通过）\n${cut}\n，会议对报告表示满意。`)).toMatchObject([{ kind: 'resolution', title: '关于常务委员会工作报告的决议' }]);
  });
});

describe('a title of one word', () => {
  it.each(['公告', '公　告', '通知', '公报', '通告', '公示', '贺信'])('%s is no name', (word) => {
    expect(shape(`${word}\n（2026年1月12日）\n政协云岭市第六届委员会第四次会议选举产生常务委员5名，请予周知。`)).toEqual([{ kind: 'notice', title: word.replace('　', ''), speaker: null, date: '2026-01-12' }]);
  });
  it('is one behind a story too', () => {
    expect(shape('政协云岭市第六届委员会第四次会议开幕\n本报讯（记者 江一帆）1月12日上午，会议开幕，来自各界的委员出席会议。\n公告\n（2026年1月12日）\n会议选举产生常务委员5名，现予公告。')).toMatchObject([{ kind: 'news' }, { kind: 'notice', title: '公告' }]);
  });
});
