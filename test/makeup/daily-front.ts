// A page like a daily's front on N8: a lead over it, an editorial in a box, a long story, briefs.
import type { Edition, Package } from '../../src/core/model/package';
import { article, doc, p, packageOf } from '../build';
import { DAILY, shipped } from '../build-edition';
import { prose, random } from '../random';

export function dailyFront(): { readonly pkg: Package; readonly edition: Edition } {
  const roll = random(20_270_201);
  const text = (characters: number): ReturnType<typeof doc> => doc(...Array.from({ length: Math.ceil(characters / 110) }, () => p(prose(roll, Math.min(110, characters)))));
  const pkg = packageOf([
    article('lead', 'news', text(760), { 'deck.over': '政协望江市第六届委员会', 'deck.main': '市政协六届二次会议隆重开幕' }),
    article('editorial', 'editorial', text(880), { 'deck.main': '凝心聚力谋新篇　履职尽责开新局' }),
    article('feature', 'news', text(1150), { 'deck.main': '一张清单背后的“民生账”' }),
    article('motions', 'news', text(560), { 'deck.main': '市政协去年立案提案办复率百分之百' }),
    article('talk', 'news', text(430), { 'deck.main': '委员热议城市更新' }),
    article('first', 'news', text(220), { 'deck.main': '市政协召开常委会会议' }),
    article('second', 'news', text(210), { 'deck.main': '首场“委员通道”开启' }),
    article('third', 'news', text(150), { 'deck.main': '大会提案征集截止时间确定' }),
  ]);
  const edition = shipped('N8', pkg.articles.map(({ id }) => id), { paper: DAILY });
  return { pkg, edition };
}
