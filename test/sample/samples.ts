// What the project's own sample packages consist of: the texts, what a newspaper leaves out of them, and the editions of
// the meeting. Every city, name and figure in them is invented. 云岭 was written for a tabloid: two booklets, the paper
// of the opening and of the closing, the large-type copy. 澜浦 fills a broadsheet page of a day between the two.
import { makeEdition } from '../../src/core/model/editions';
import type { Edition, PaperProfile } from '../../src/core/model/package';
import { shippedPreset } from '../../src/node/presets';

/** A range of one paragraph, by the words it begins and ends with. */
export type Range = readonly [from: string, to: string];

export interface Sample {
  readonly id: string;
  readonly name: string;
  /** In resources/samples: the package's file, the meeting's record, the folder of the texts, the terms explained in the report (null: none). */
  readonly file: string;
  readonly meeting: string;
  readonly folder: string;
  readonly notes: string | null;
  /** Articles in order: a text of the folder each, its name the article's id. */
  readonly texts: readonly string[];
  /** 见报略, by article. */
  readonly leftOut: Readonly<Record<string, readonly Range[]>>;
  readonly editions: () => readonly Edition[];
}

const cover = (number: string) => ({ cover: true, number, collect: true, contents: true, annex: true, multiple: 4 });

/** `number`: of the issue; a daily's grows by one a day. */
function yunlingPaper(number: number): PaperProfile {
  return {
    name: '云岭日报', issue: `第${number}期`, publisher: '云岭日报社出版', registration: '国内统一连续出版物号 CN 00-0000',
    editors: [{ role: '责任编辑', name: '周文雅' }, { role: '版式', name: '陈映竹' }, { role: '校对', name: '沈嘉禾' }],
    contact: null, firstPage: 1, pageNames: ['要闻', '要闻', '专版'],
    jump: { forward: '（下转第{n}版）', back: '（上接第{n}版）', numerals: 'han' },
  };
}

function yunlingEditions(): readonly Edition[] {
  const news = (id: string, name: string, articles: readonly string[], date: string, phase: Edition['phase'], number: number): Edition => ({
    ...makeEdition(shippedPreset('T6'), articles, id), name, date, phase, paper: yunlingPaper(number),
  });
  return [
    { ...makeEdition(shippedPreset('gb'), ['report'], 'booklet'), name: '常委会工作报告单行本', booklet: cover('之二') },
    { ...makeEdition(shippedPreset('gb'), ['proposals'], 'booklet-proposals'), name: '提案工作报告单行本', booklet: { ...cover('之三'), annex: false, contents: false } },
    news('paper-opening', '开幕版', ['opening-story', 'editorial', 'brief', 'report'], '2026-01-13', 'opening', 10268),
    news('paper-closing', '闭幕版', ['closing-story', 'resolution', 'proposals'], '2026-01-16', 'closing', 10271),
    { ...makeEdition(shippedPreset('speech'), ['report'], 'speech'), name: '大字稿' },
  ];
}

export const YUNLING: Sample = {
  id: 'sample-yunling-5-4', name: '云岭市政协五届四次会议',
  file: 'yunling.banxin', meeting: 'meeting.json', folder: 'clean', notes: 'notes.json',
  texts: ['report', 'proposals', 'opening-story', 'editorial', 'brief', 'closing-story', 'resolution'],
  // So that the closing page holds the report on proposals: examples and details, never a figure of the whole. In the
  // booklet and in the hall it is all there.
  leftOut: {
    proposals: [
      ['民盟云岭市委会关于', '承办单位拿来就能用。'],
      ['市长周砚秋督办', '茶园省了肥钱。'],
    ],
  },
  editions: yunlingEditions,
};

const LANPU_PAPER: PaperProfile = {
  name: '澜浦日报', issue: '第8127期', publisher: '澜浦日报社出版', registration: '国内统一连续出版物号 CN 00-0001',
  editors: [{ role: '责任编辑', name: '钟若溪' }, { role: '版式', name: '罗一鸣' }, { role: '校对', name: '郁小满' }],
  contact: null, firstPage: 2, pageNames: ['要闻', '要闻', '要闻'],
  jump: { forward: '（下转第{n}版）', back: '（上接第{n}版）', numerals: 'han' },
};

function lanpuEditions(): readonly Edition[] {
  return [
    { ...makeEdition(shippedPreset('gb'), ['report'], 'booklet'), name: '常委会工作报告单行本', booklet: { ...cover('之二'), annex: false } },
    {
      ...makeEdition(shippedPreset('N8'), LANPU.texts, 'paper-sitting'),
      name: '会中版', date: '2027-02-03', phase: 'during', paper: LANPU_PAPER, important: ['lead'], abridgedNote: true,
    },
    { ...makeEdition(shippedPreset('speech'), ['report'], 'speech'), name: '大字稿' },
  ];
}

export const LANPU: Sample = {
  id: 'sample-lanpu-6-2', name: '澜浦市政协六届二次会议',
  file: 'lanpu.banxin', meeting: 'lanpu/meeting.json', folder: 'lanpu', notes: null,
  texts: ['report', 'lead', 'comment', 'story-harbour', 'story-stairs', 'story-joint', 'brief-proposals', 'brief-today', 'brief-standing', 'brief-paper'],
  // Examples, each of them after the figure or the measure that it is an example of.
  leftOut: {
    report: [
      ['青年委员自发办起', '跟大伙儿有关的。'],
      ['禾溪县一家竹制品企业', '凑够就走。'],
      ['去年8月台风过境', '没有一户因灾停养。'],
      ['起初有人提议为拓路', '取名“商量凳”。'],
      ['入海断面水质全年', '白鹭回到了滩涂。'],
      ['有家船配企业反映', '拖了七年的证办了下来。'],
      ['南汀区水产市场凌晨', '降到两三起。'],
      ['家住外礁岛的一位', '靠岸的时刻。'],
      ['科技界委员把航模课', '劳务合同上的小字。'],
      ['网络短片《委员的一天》', '还真来回话。'],
    ],
  },
  editions: lanpuEditions,
};

/** All of them, as they stand in resources/samples. */
export const SAMPLES: readonly Sample[] = [YUNLING, LANPU];
