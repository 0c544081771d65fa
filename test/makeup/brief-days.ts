// Days of briefs (简讯): what a city daily prints while a meeting goes on, of a few lines each.
// Headlines are written, texts come of the generator of invented words: fiction.
import type { Article, Package } from '../../src/core/model/package';
import { article, doc, p, packageOf } from '../build';
import { Dice, makeName, sentence, slogan, topic } from '../recognise/grammar';

/** Headlines of briefs: of 8 to 19 characters, as a day has them. */
const HEADLINES = [
  '市政协举行联组讨论', '委员热议政府工作报告', '提案截止日前收到提案二百三十件', '新委员履职第一课开讲', '港澳委员座谈会召开', '社区食堂提案现场答复', '大会设立委员通道', '民革界别分组讨论',
  '医卫界委员为基层诊所建言', '农业界委员走访种粮大户', '教育界委员谈课后服务', '提案委员会答疑到深夜', '大会发言材料编印完成', '列席人员参加小组讨论', '经济界委员聚焦专精特新企业', '志愿者三百人服务大会',
  '会风会纪监督组到会检查', '文艺界委员写春联送代表', '委员驻地设便民服务台', '市政协机关开放日迎来学生', '城市更新专题协商会举行', '住会委员夜间座谈', '老旧小区加装电梯提案立案', '无障碍环境建设受关注',
  '大会秘书处召开第三次会议', '少数民族界委员送来建议', '青年委员联名提交提案', '工会界委员关注新就业形态劳动者', '侨联界委员牵线海外招商', '妇联界委员建言托育服务',
] as const;

/** A brief of about so many characters, in one paragraph, or two where it is long. */
function brief(d: Dice, i: number, characters: number): Article {
  const begin = `本报讯（记者 ${makeName(d)}）1月${13 + (i % 3)}日，`;
  let text = begin;
  const blocks = [];
  while (text.length + blocks.join('').length < characters - 8) {
    const next = sentence(d);
    // What is far over the length is another brief.
    if (text !== begin && text.length + next.length + blocks.join('').length > characters + 20) break;
    text += next;
    if (text.length > 110) {
      blocks.push(text);
      text = '';
    }
  }
  if (text !== '') blocks.push(text);
  return article(`brief-${i + 1}`, 'news', doc(...blocks.map((one) => p(one))), { 'deck.main': HEADLINES[i % HEADLINES.length]! });
}

function story(d: Dice, id: string, characters: number, title: string, over: string | null): Article {
  const blocks = [`本报讯（记者 ${makeName(d)}　${makeName(d)}）1月14日，${sentence(d)}`];
  while (blocks.join('').length < characters) {
    let text = '';
    const least = Math.min(characters - blocks.join('').length, d.int(60, 140));
    while (text.length < least) text += sentence(d);
    blocks.push(text);
  }
  return article(id, 'news', doc(...blocks.map((one) => p(one))), { ...(over === null ? {} : { 'deck.over': over }), 'deck.main': title });
}

function editorial(d: Dice, characters: number): Article {
  const blocks: string[] = [];
  while (blocks.join('').length < characters) blocks.push(`${sentence(d)}${sentence(d)}`);
  return article('editorial', 'editorial', doc(...blocks.map((one) => p(one))), { 'deck.main': slogan(d), 'deck.sub': '——热烈祝贺市政协五届四次会议召开' }, '社论');
}

const briefs = (d: Dice, count: number, least = 60, most = 200): Article[] => Array.from({ length: count }, (_, i) => brief(d, i, d.int(least, most)));

/** The days, by name. */
export const DAYS = {
  /** A lead of some 900 characters and ten briefs. */
  leadAndTen: (seed = 1): Package => {
    const d = new Dice(seed);
    return packageOf([story(d, 'lead', 900, '市政协五届四次会议举行第二次全体会议', '聚焦发展献良策　凝心聚力谱新篇'), ...briefs(d, 10)]);
  },
  fourteen: (seed = 2): Package => packageOf(briefs(new Dice(seed), 14)),
  editorialAndEight: (seed = 3): Package => {
    const d = new Dice(seed);
    return packageOf([story(d, 'lead', 900, `委员分组审议${topic(d)}专项报告`, null), editorial(d, 700), ...briefs(d, 8)]);
  },
  thirty: (seed = 4): Package => packageOf(briefs(new Dice(seed), 30)),
  featureAndSix: (seed = 5): Package => {
    const d = new Dice(seed);
    return packageOf([story(d, 'feature', 1400, '一件提案的三百六十五天', '记者跟随委员走访老旧小区改造现场'), ...briefs(d, 6)]);
  },
} as const;
