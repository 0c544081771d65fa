import { describe, expect, it } from 'vitest';
import type { Node } from 'prosemirror-model';
import { EMPTY_MEETING, type Article, type Meeting, type Package } from './package';
import { isKnownStage, openPlaces, stageDiagnostics, stagePolicy, STAGES } from './stage';
import { schema } from './schema';

const t = (text: string, ...marks: 'doubt'[]): Node => schema.text(text, marks.map((mark) => schema.mark(mark)));
const blank = (): Node => schema.node('placeholder', { type: 'figure' });
const p = (...inline: Node[]): Node => schema.node('paragraph', null, inline);
const cell = (...inline: Node[]): Node => schema.node('table_cell', null, p(...inline));

function article(...blocks: Node[]): Article {
  const title = schema.node('doc', null, p(t('报告'), blank()));
  const none = { 'deck.over': null, 'deck.sub': null, 'head.occasion': null, 'head.date': null, 'head.speaker': null, 'head.salutation': null };
  return { id: 'a', kind: 'report', label: null, fields: { ...none, 'deck.main': title }, doc: schema.node('doc', null, blocks) };
}

function pack(stage: string | null, ...articles: Article[]): Package {
  return { id: 'p', name: '试', stage, meeting: EMPTY_MEETING, articles, editions: [], versions: [], assets: new Map(), comments: [], ignored: [] };
}

describe('a 工作稿 prints, the stages to 市委审定稿 ask, the last three refuse', () => {
  it.each([
    [null, 'print'], ['工作稿', 'print'], ['工作稿3', 'print'], ['工作稿（三）', 'print'],
    ['征求意见稿', 'ask'], ['主席会议稿', 'ask'], ['常委会审议稿（草案）', 'ask'], ['市委审定稿', 'ask'], ['领导参阅稿', 'ask'], ['', 'ask'],
    ['大会稿', 'refuse'], ['审议修改稿', 'refuse'], ['见报稿', 'refuse'], ['大会稿（二）', 'refuse'], ['大会稿 2', 'refuse'], ['见报稿第2稿', 'refuse'],
    ['大会稿征求意见版', 'ask'],
  ])('%s: %s', (stage, policy) => expect(stagePolicy(stage)).toBe(policy));
});

it('knows the stages of the trade, numbered and in another place’s words, from a name of one’s own', () => {
  expect([...STAGES, '工作稿第3稿', '大会稿（二）', '区委审定稿', '常委会审议稿', '见报稿 2'].filter((stage) => !isKnownStage(stage))).toEqual([]);
  expect(['胡说', '送领导阅', '大会'].filter(isKnownStage)).toEqual([]);
});

describe('an open place is a placeholder or a whole doubt', () => {
  it('fields come first, offsets count an atom as one', () => {
    const places = openPlaces(article(p(t('收到提案'), blank(), t('件，'), t('三成', 'doubt'))));
    expect(places.map(({ kind, field, block, from, to, text }) => [kind, field ?? block, from, to, text])).toEqual([
      ['placeholder', 'deck.main', 2, 3, '报告〔数字：待填〕'],
      ['placeholder', 0, 4, 5, '收到提案〔数字：待填〕件，三成'],
      ['doubt', 0, 7, 9, '三成'],
    ]);
  });
  it('two doubted runs side by side are one doubt', () => {
    const bold = schema.text('成', [schema.mark('doubt'), schema.mark('strong')]);
    expect(openPlaces(article(p(t('三', 'doubt'), bold))).filter((place) => place.kind === 'doubt')).toMatchObject([{ from: 0, to: 2, text: '三成' }]);
  });
  it('cells run on, one position between two', () => {
    const table = schema.node('table', null, schema.node('table_row', null, [cell(t('甲乙')), cell(blank())]));
    expect(openPlaces(article(table))[1]).toMatchObject({ block: 0, from: 3, to: 4 });
  });
});

describe('what a list quotes', () => {
  it('values of the record where it is given, and the template\'s note', () => {
    const noted = schema.node('placeholder', { type: 'figure', note: '提案总数' });
    const made = article(p(schema.node('field', { path: 'place', form: 'plain' }), t('收到'), noted, t('件')));
    const quoted = (meeting: Meeting | null) => openPlaces(made, null, meeting).filter(({ block }) => block === 0).map(({ text, note }) => [text, note]);
    expect(quoted({ ...EMPTY_MEETING, place: '云岭市' })).toEqual([['云岭市收到〔数字：待填〕件', '提案总数']]);
    expect(quoted(EMPTY_MEETING)).toEqual([['〔地名：未填〕收到〔数字：待填〕件', '提案总数']]);
    expect(quoted(null)).toEqual([['□收到〔数字：待填〕件', '提案总数']]);
    expect(stageDiagnostics(pack(null, made), { kind: 'booklet', articles: ['a'] }).at(-1)).toMatchObject({ suggestion: '填：提案总数' });
    expect(Object.keys(stageDiagnostics(pack(null, made), { kind: 'booklet', articles: ['a'] }).at(-1)!.at!)).not.toContain('note');
  });
});

describe('placeholder-open has the severity of the stage', () => {
  const open = article(p(blank(), t('件')));
  it.each([[null, 'warning'], ['征求意见稿', 'error'], ['大会稿', 'error']] as const)('%s: %s', (stage, severity) => {
    expect(stageDiagnostics(pack(stage, open), { kind: 'booklet', articles: ['a'] }).map((d) => [d.code, d.severity])).toEqual([['placeholder-open', severity], ['placeholder-open', severity]]);
  });
  it('an article that the edition does not set is not asked about', () => expect(stageDiagnostics(pack('大会稿', open), { kind: 'booklet', articles: ['b'] })).toEqual([]));
  it('nor is a range that the edition leaves out', () => {
    const omitted = schema.node('placeholder', { type: 'figure' }, undefined, [schema.mark('omit', { editions: ['newspaper'] })]);
    const pkg = pack('大会稿', article(p(omitted)));
    const blocks = (kind: 'booklet' | 'newspaper') => stageDiagnostics(pkg, { kind, articles: ['a'] }).filter(({ at }) => at !== null && 'block' in at && at.block === 0);
    expect([blocks('booklet').length, blocks('newspaper').length]).toEqual([1, 0]);
  });
  it('what the record lacks is asked about before it is printed, and refused as 大会稿', () => {
    const lacking = article(p(schema.node('field', { path: 'opens', form: 'iso' }), t('召开。')));
    const told = (stage: string | null) => stageDiagnostics(pack(stage, lacking), { kind: 'booklet', articles: ['a'] }).filter(({ at }) => at === null).map(({ severity, message }) => [severity, message]);
    expect([told(null), told('征求意见稿'), told('大会稿')]).toEqual([[], [['error', '会议信息缺“开幕日期”，会印作未填']], [['error', '会议信息缺“开幕日期”，大会稿不能带着它输出']]]);
  });
});

it('a newspaper says that its pages bear no 稿次, before 见报稿 alone', () => {
  const said = (stage: string | null, kind: 'booklet' | 'newspaper' = 'newspaper'): readonly string[] => stageDiagnostics(pack(stage, article(p(t('文')))), { kind, articles: [] }).map(({ code, message }) => `${code} ${message}`);
  expect(said('征求意见稿')).toEqual(['stage-unprinted 报纸上不印稿次：文稿现在是“征求意见稿”']);
  expect([said('征求意见稿', 'booklet'), said(null), said('见报稿'), said('见报稿（二）')]).toEqual([[], [], [], []]);
});
