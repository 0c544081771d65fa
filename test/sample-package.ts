// A small package that holds one of everything the file must carry: each node and
// mark of the schema, fields, an edition of each kind with look and master, a
// named version, a picture, comments and ignored findings. All invented.
import type { Node } from 'prosemirror-model';
import type { Look } from '../src/core/model/look';
import type { Master } from '../src/core/model/master';
import { EMPTY_MEETING, type Article, type Edition, type FieldDoc, type FieldPath, type Package } from '../src/core/model/package';
import { schema } from '../src/core/model/schema';

const text = (value: string, ...marks: [Parameters<typeof schema.mark>[0], Record<string, unknown>?][]): Node =>
  schema.text(value, marks.map(([name, attrs]) => schema.mark(name, attrs)));
const p = (...inline: Node[]): Node => schema.node('paragraph', null, inline);
const field = (...inline: Node[]): Node => schema.node('doc', null, p(...inline));

/** Fields of an article: those given, the rest null. */
export function fields(given: Partial<Record<FieldPath, FieldDoc>>): Article['fields'] {
  return {
    'deck.over': null, 'deck.main': null, 'deck.sub': null, 'head.occasion': null, 'head.date': null, 'head.speaker': null, 'head.salutation': null, ...given,
  };
}

const plainHead = { level: 2, numbered: true, start: 5, form: null };

export const sampleReport: Article = {
  id: 'report', kind: 'report', label: null,
  fields: fields({
    'deck.main': field(schema.node('field', { path: 'title', form: 'plain' })), 'head.occasion': field(schema.node('field', { path: 'occasion', form: 'dash' })),
    'head.date': field(text('（2026年1月12日）')), 'head.speaker': field(text('林远')), 'head.salutation': field(text('各位委员：')),
  }),
  doc: schema.node('doc', null, [
    p(text('我受常务委员会委托，报告工作。')),
    schema.node('heading', { level: 1, numbered: true, start: null, form: null, adjust: { booklet: { lines: -1, breakBefore: true } } }, [text('工作回顾'), schema.node('hard_break'), text('（一年）')]),
    schema.node('paragraph', { align: null, head: plainHead, adjust: null }, [
      text('固本铸魂。', ['lead']), text('收到提案'), schema.node('placeholder', { type: 'figure', was: '110', note: null }), text('件，', ['omit', { editions: ['newspaper'] }]),
      text('三成', ['doubt']), text('平台', ['strong'], ['kai']), schema.node('note', { term: '“1+4+6+N”', text: '一个平台' }), text('旧话', ['deleted', { by: '甲', at: 1 }]),
      text('新话', ['inserted', { by: '甲', at: 2 }]), text('2', ['superscript']), text('摘来的句子。', ['taken', { source: 'last' }], ['comment', { id: 'c1' }]),
      text('提法', ['phrase', { id: 'x', dated: '2025-10', checked: null }], ['hei'], ['theme']),
    ]),
    schema.node('table', null, schema.node('table_row', null, [schema.node('table_cell', null, p(text('类别'))), schema.node('table_cell', null, p())])),
    schema.node('paragraph', { align: 'right', head: null, adjust: null }, text('2026年1月12日')),
  ]),
};

const look: Look = {
  id: 'gb', name: '国标', size: 15.793, punctuation: 'quanjiao', kinsoku: 'gb', hanLatinGap: 0, hanging: false, openCommas: false, indentOpener: 'trim',
  styles: { body: { role: 'fangsong', indent: 2 }, title: { role: 'biaosong', size: 22, align: 'center' } },
};
const sheet: Master = {
  kind: 'sheet', id: 'a4', name: 'A4', width: 595.276, height: 841.89, top: 104.882, inner: 79.37, columns: { characters: 28, em: 15.793 }, lines: 22, pitch: 29.619,
  firstBaseline: 13.9, folio: { place: 'outside', belowTypeArea: 19.843, inset: 15.793, dash: true }, endAtStop: 0,
};
const page: Master = {
  kind: 'paper', id: 'n8', name: 'N8', width: 1105.51, height: 1559.06, em: 9, columns: 8, characters: 13, gap: 1, lines: 123, pitch: 11.25, firstBaseline: 7.9, left: 53.2, top: 88.8,
};
const edition = { date: null, phase: null, look, paper: null, booklet: null, abridgedNote: false, faces: {} } as const;

export const sampleEditions: readonly Edition[] = [
  {
    ...edition, id: 'booklet', kind: 'booklet', name: '单行本', articles: ['report'], master: sheet, faces: { song: { name: '宋', hash: 'ab12' } },
    booklet: { cover: true, number: '之二', collect: true, contents: false, annex: true, multiple: 4 },
  },
  {
    ...edition, id: 'paper', kind: 'newspaper', name: '开幕日', articles: ['report', 'brief'], date: '2026-01-13', phase: 'opening', master: page, abridgedNote: true,
    paper: {
      name: '云岭日报', issue: null, publisher: '云岭日报社', registration: null, editors: [{ role: '责任编辑', name: '甲' }], contact: null, firstPage: 1, pageNames: ['要闻'],
      jump: { forward: '（下转第{n}版）', back: '（上接第{n}版）', numerals: 'han' },
    },
  },
];

export const sampleBrief: Article = {
  id: 'brief', kind: 'news', label: '简讯', fields: fields({ 'deck.main': field(text('会议举行')) }), doc: schema.node('doc', null, p(text('本报讯　大会今日举行。'))),
};

export const samplePackage: Package = {
  id: 'pkg-1', name: '五届四次', stage: '工作稿',
  meeting: {
    ...EMPTY_MEETING, place: '云岭市', organisation: { full: '中国人民政治协商会议云岭市委员会', short: '政协云岭市委员会' }, term: 5, reportTerm: 5, session: 4, opens: '2026-01-12',
    speaker: '林远', salutation: '各位委员',
  },
  articles: [sampleReport, sampleBrief], editions: sampleEditions,
  versions: [{ id: 'v1', name: '征求意见稿', date: '2025-12-20', meeting: EMPTY_MEETING, articles: [sampleBrief] }],
  assets: new Map([['0f.png', new Uint8Array([137, 80, 78, 71])]]),
  comments: [{ id: 'c1', article: 'report', entries: [{ by: '甲', at: '2025-12-21', text: '核一下' }], done: false }],
  ignored: [{ code: 'placeholder-open', quote: '三成' }],
};
