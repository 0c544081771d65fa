// Newspaper editions by seed: how many articles, of what kinds, how long, with which
// headlines, in which preset and style, with a masthead or on an inner page. What a
// city daily prints around a meeting of its CPPCC, and what nobody foresaw: one brief
// alone, nine of them, two reports. Words are the recogniser's generator's own: fiction.
import type { Node } from 'prosemirror-model';
import type { Article, Edition, Package } from '../../src/core/model/package';
import { article, doc, h, lead, p, packageOf, par } from '../build';
import { DAILY, shipped } from '../build-edition';
import { Dice, headingWords, makeName, paragraph, sentence, slogan, themes, topic } from '../recognise/grammar';

export interface Case {
  readonly seed: number;
  readonly pkg: Package;
  readonly edition: Edition;
  /** For people: `N8 穿插式 第1版 6 篇`. */
  readonly name: string;
}

const PRESETS = ['N8', 'N8', 'N6', 'T6'] as const;
/** How writers begin a paragraph: none begins with a figure's name, whose number no narrow line can take or leave. */
const OPENERS = ['一年来，', '会议指出，', '常委会坚持把', '过去一年，', '全市上下', '各民主党派和', '委员们认为，', '要', '我们', '同时，', '大家一致表示，', '在市委领导下，'] as const;

type Kind = 'report' | 'editorial' | 'story' | 'brief' | 'resolution' | 'address';

function bodyOf(d: Dice, kind: Kind, characters: number): Node {
  const blocks: Node[] = [];
  let length = 0;
  const add = (node: Node): void => {
    blocks.push(node);
    length += node.textContent.length;
  };
  if (kind === 'story' || kind === 'brief') add(p(`本报讯（记者 ${makeName(d)}）1月${d.int(8, 20)}日，${sentence(d)}`));
  let part = 0;
  while (length < characters) {
    if (kind === 'report' && length > (part * characters) / 3) {
      add(h(1, headingWords(d)));
      part++;
    }
    if (kind === 'report' && d.chance(0.4)) add(par({ head: { level: 2 } }, lead(themes(d, 1)[0]!), paragraph(d, d.int(60, 260))));
    else add(p(`${d.pick(OPENERS)}${paragraph(d, Math.max(20, Math.min(characters - length, d.int(30, kind === 'report' ? 320 : 180))))}`));
  }
  return doc(...blocks);
}

const LENGTHS: Readonly<Record<Kind, readonly [number, number]>> = {
  report: [2500, 9500], editorial: [600, 1500], story: [450, 1900], brief: [120, 600], resolution: [250, 900], address: [900, 3200],
};

function make(d: Dice, kind: Kind, id: string): Article {
  const [least, most] = LENGTHS[kind];
  // Short ones are as usual as long ones.
  const body = bodyOf(d, kind, Math.round(least * (most / least) ** d.next()));
  switch (kind) {
    case 'report': return article(id, 'report', body, { 'deck.main': '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', 'head.occasion': '——在政协云岭市第五届委员会第四次会议上', 'head.date': '2026年1月12日', 'head.speaker': makeName(d), 'head.salutation': '各位委员' });
    case 'address': return article(id, 'address', body, { 'deck.main': '在政协云岭市五届四次会议闭幕会上的讲话', 'head.date': '2026年1月15日', 'head.speaker': makeName(d), 'head.salutation': '各位委员、同志们' });
    case 'editorial': return article(id, 'editorial', body, { 'deck.main': slogan(d), 'deck.sub': '——热烈祝贺市政协五届四次会议隆重开幕' }, '社论');
    case 'resolution': return article(id, 'resolution', body, { 'deck.main': '政协云岭市第五届委员会第四次会议关于常务委员会工作报告的决议', 'head.date': '2026年1月15日' });
    case 'story': return article(id, 'news', body, { ...(d.chance(0.6) ? { 'deck.over': slogan(d) } : {}), 'deck.main': d.pick(['市政协五届四次会议隆重开幕', `市政协委员聚焦${topic(d)}协商议政`, `市政协五届四次会议举行${d.pick(['联组', '小组'])}讨论`]), ...(d.chance(0.4) ? { 'deck.sub': `${makeName(d)}主持　${makeName(d)}讲话` } : {}) });
    case 'brief': return article(id, 'news', body, { 'deck.main': d.pick([`全市${topic(d)}推进会召开`, `${makeName(d)}看望出席会议的委员`, `市政协举行主席会议`, `${topic(d)}专题协商会举行`]) });
  }
}

/** The kinds of an edition: a day as it is usual, or anything. */
function kindsOf(d: Dice): Kind[] {
  if (d.chance(0.55)) {
    const usual: Kind[] = ['story', ...(d.chance(0.75) ? ['report' as const] : []), ...(d.chance(0.7) ? ['editorial' as const] : []), ...(d.chance(0.3) ? ['resolution' as const] : []), ...(d.chance(0.2) ? ['address' as const] : [])];
    return [...usual, ...Array.from({ length: d.int(0, 4) }, (): Kind => (d.chance(0.3) ? 'story' : 'brief'))];
  }
  return Array.from({ length: d.int(1, 9) }, (): Kind => d.pick(['story', 'story', 'brief', 'brief', 'brief', 'report', 'editorial', 'resolution', 'address']));
}

export function editionOf(seed: number): Case {
  const d = new Dice(seed);
  const preset = d.pick(PRESETS);
  const articles = kindsOf(d).map((kind, i) => make(d, kind, `${kind}-${i + 1}`));
  const style = d.chance(0.75) ? 'interlocked' : 'modular';
  const front = d.chance(0.5);
  const edition = shipped(preset, articles.map(({ id }) => id), { paper: { ...DAILY, style, firstPage: front ? 1 : 2 } });
  return { seed, pkg: { ...packageOf(articles), editions: [edition] }, edition, name: `${preset} ${style === 'modular' ? '模块式' : '穿插式'} 第${front ? 1 : 2}版 ${articles.length} 篇` };
}
