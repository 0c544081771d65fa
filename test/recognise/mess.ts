// Clean articles → the text that somebody pastes, with the truth beside it: cut
// at column ends, out of order, furniture between and in mid paragraph,
// hard-wrapped at a measure with pages and running heads, marks dropped or half
// wide, spaces of text recognition, site buttons. All by seed.
import type { Case, TrueArticle, TrueCut } from './case';
import { cleanPage } from './clean-page';
import { cleanReport, makeMeeting, type CleanArticle, type CleanLine, type Family } from './clean-report';
import { Dice, makeName, makePlace } from './grammar';

interface Item {
  readonly article: number;
  readonly line: CleanLine;
}

interface Written {
  readonly lines: string[];
  readonly owner: Map<number, number>;
  readonly noise: Set<number>;
  readonly cuts: TrueCut[];
  readonly headings: Map<number, { readonly article: number; readonly line: number; readonly heading: NonNullable<CleanLine['heading']> }>;
}

/** A paragraph may end behind one of these; behind anything else its cut shows. */
const STOPS = /[。！？：；”’）》…—!?:;)]$/;

/** Articles → items in page order: shuffled, a report broken by another story, a headline in mid comment, a beginning lost. */
function inOrder(d: Dice, articles: CleanArticle[], truth: { lost: Set<number> }): Item[] {
  const parts = articles.map((article, at) => article.lines.map((line) => ({ article: at, line })));
  parts.forEach((part, at) => {
    if (articles[at]?.kind !== 'editorial' || d.chance(0.6)) return;
    // The headline stands in mid comment; the label keeps the head.
    const label = part.findIndex((item) => /论|评/.test(item.line.text) && item.line.part === 'head' && item.line.text.length <= 8);
    if (label !== 0) return;
    part.splice(2 + d.int(1, 2), 0, ...part.splice(1, 2));
  });
  const order = d.some(articles.map((_, i) => i), articles.length);
  const report = articles.findIndex((article) => article.kind === 'report');
  const lines = parts[report] ?? [];
  const places = lines.map((item, i) => (/^（[二三四五]）/.test(item.line.text) && item.line.heading !== null ? i : 0)).filter((i) => i > 0);
  const before = places[0] ?? 0;
  if (report >= 0 && before > 0 && d.chance(0.08)) {
    // The beginning stands on another page.
    truth.lost.add(report);
    parts[report] = lines.slice(before);
  } else if (report >= 0 && places.length > 0 && order.length > 1 && d.chance(0.35)) {
    const at = d.pick(places);
    const other = order.find((i) => i !== report) as number;
    const others = order.filter((i) => i !== report && i !== other).flatMap((i) => parts[i] ?? []);
    return d.chance(0.8) ? [...others, ...lines.slice(0, at), ...(parts[other] ?? []), ...lines.slice(at)] : [...lines.slice(at), ...(parts[other] ?? []), ...lines.slice(0, at), ...others];
  }
  return order.flatMap((i) => parts[i] ?? []);
}

/** Furniture of a newspaper page. */
function paperNoise(d: Dice, date: string, place: string): string {
  const [y, m, day] = date.split('-').map(Number) as [number, number, number];
  const paper = `${place}${d.pick(['日报', '晚报', '时报'])}`;
  const week = d.pick([...'一二三四五六日']);
  return d.pick([
    `${paper} ${y}年${m}月${day}日 星期${week} 第${d.pick(['一', '二', '三', '四'])}版 要闻`, `${y}年${m}月${day}日　星期${week}　${paper}`, `第${d.int(1, 8)}版：${d.pick(['要闻', '时政', '综合'])}`, `${d.int(2, 8)}版 要闻`, `A0${d.int(1, 8)} 要闻`,
    `责任编辑：${makeName(d)} 校对：${makeName(d)}`, `本版编辑 ${makeName(d)} 美编 ${makeName(d)}`, `值班编委 ${makeName(d)} 责编 ${makeName(d)} 版式 ${makeName(d)}`, `编辑/${makeName(d)} 组版/${makeName(d)}`,
    `图为大会会场。本报记者 ${makeName(d)} 摄`, `▲委员们步入会场。 ${makeName(d)} 摄`, `大会现场。本报记者 ${makeName(d)} ${makeName(d)}摄`, `代表审议报告（资料图片） 新华社记者${makeName(d)}摄`,
    `— ${d.int(2, 40)} —`, `-${d.int(2, 40)}-`, `社址：${place}${d.pick(['江滨路', '人民路'])}${d.int(1, 99)}号 邮编：000000 电话：0000-00000000`, `国内统一连续出版物号 CN 00-000${d.int(1, 9)} 邮发代号 0-0${d.int(1, 9)}`, `零售每份${d.int(1, 3)}.50元 印刷：${paper}印务中心`, `广告经营许可证：00000000${d.int(10, 99)}`,
    `${paper}　${y}年${m}月${day}日　星期${week}　第${d.int(1, 8)}版　今日${d.int(4, 16)}版　第${d.int(1000, 19999)}期`, `${y}/${m}/${day} 星期${week} ${paper} A${d.int(1, 8)} 责编：${makeName(d)}`, `《${paper}》（${y}年${m}月${day}日 0${d.int(1, 8)}版）`,
    '＊＊＊＊＊＊', '————————', '■ ■ ■', '版权所有 未经授权不得转载',
  ]);
}

/** Furniture of a web page; `top` and `bottom` stand before and behind the text. */
function webNoise(d: Dice, date: string, place: string): { readonly top: string[]; readonly underTitle: string[]; readonly bottom: string[] } {
  const time = `${date} ${String(d.int(6, 22)).padStart(2, '0')}:${String(d.int(10, 59))}`;
  const site = `${place}人民政府`;
  return {
    top: d.some([
      `${site} www.example.gov.cn`, '首页 机构 新闻 公开 服务 互动', `首页　走进${place}　要闻　政务　办事　问政　旅游`, '点击上方“蓝字”关注我们', `原创 ${place}发布 ${place}发布 ${time}`,
      `当前位置：首页 > 政务公开 > 工作报告`, `您现在的位置： 首页 > 新闻中心 > 要闻 > 正文`, `首页 > 数字报 > ${place}日报 > ${date} > 第02版：要闻`, '首页 政务公开 政务服务 互动交流 专题专栏', `${site}门户网站`, '无障碍阅读 长者模式 登录 注册', '上一版 下一版', '今天是：', '搜索', `索引号：00000${d.int(1000, 9999)}-2/${date.slice(0, 4)}-0000${d.int(1, 9)}`, `发布机构：${site}办公室`,
    ], d.int(1, 4)),
    underTitle: d.some([
      date, date.replaceAll('-', '/'), `http://www.example.com  ${time}:00  来源：${place}日报`, `${time}　${place}日报　作者：${makeName(d)}`, `发布日期：${date}　访问次数：${d.int(10, 9999)}`,
      `来源：${place}日报　发布时间：${date}`, `来源：${place}日报`, `发布时间：${time}　浏览次数：${d.int(10, 9999)}`, `时间：${date}`, `日期：${date}`, `信息来源：${site}网站 发布日期：${time} 访问次数：${d.int(10, 9999)} 字体：[ 大 中 小 ]`, '【字体：大 中 小】 【打印】 【关闭】', '下载\n打印\n全屏\n收藏', '【字号：\n加大\n还原\n减小\n】', '分享到：微信 微博 QQ空间', `${time} 来源：${place}日报`, `作者：${makeName(d)}`, '字号：T | T', `${date.replaceAll('-', '年').replace(/年(\d+)$/, '月$1日')} 08:30`,
    ], d.int(1, 3)),
    bottom: d.some([
      '- END -', '点赞 在看 分享', '阅读原文', '版权声明：本网站所有内容，未经授权不得转载、摘编。', `相关新闻\n${place}召开经济工作座谈会　${date}\n市领导调研重点项目建设　${date}`, '推荐阅读\n一图读懂政府工作报告\n委员说：把协商开到群众家门口',
      `（责任编辑：${makeName(d)}）`, `[责任编辑：${makeName(d)}]`, `编辑：${makeName(d)}`, `（来源：${place}日报）`, '扫一扫在手机打开当前页', '分享到：', '上一篇：市领导走访慰问困难群众', '下一篇：没有了', '相关报道：', '相关链接', '打印本页 关闭窗口', `主办：${site}办公室 承办：${place}大数据局`, `版权所有：${site}  备案号：某ICP备00000000号-1`, '网站标识码：0000000001  公网安备00000000000000号', '返回顶部', '点赞 收藏 评论', `技术支持：${place}信息中心`, '网站地图 联系我们 关于我们', `地址：${place}江滨路1号　邮编：000000`,
    ], d.int(1, 5)),
  };
}

interface Look {
  readonly kind: 'plain' | 'web' | 'paper' | 'pdf' | 'ocr';
  readonly wrap: number;
  readonly kinsoku: boolean;
  readonly indent: string;
  readonly blanks: 0 | 1 | 2;
  readonly cuts: number;
  readonly furniture: number;
  readonly halfBrackets: boolean;
  readonly halfMarks: boolean;
  readonly wideDigits: boolean;
  readonly radicals: boolean;
  readonly spaces: number;
  readonly zeroWidth: boolean;
  readonly centred: boolean;
  readonly dropMarks: number;
  readonly runningHead: boolean;
  readonly bareNumbers: boolean;
  /** Every line has a blank one under it, as some programs copy a PDF. */
  readonly doubled: boolean;
  readonly eol: string;
}

function lookOf(d: Dice): Look {
  const kind = d.pick(['plain', 'web', 'web', 'paper', 'paper', 'paper', 'pdf', 'pdf', 'ocr'] as const);
  const wraps = kind === 'pdf' || (kind === 'ocr' && d.chance(0.6)) || (kind === 'paper' && d.chance(0.15));
  const wrap = wraps ? d.int(kind === 'paper' ? 13 : 22, 42) : 0;
  const blanks = d.pick([0, 1, 2] as const);
  return {
    kind, wrap, kinsoku: d.chance(0.7), blanks: wrap > 0 ? (d.chance(0.7) ? 0 : 1) : blanks,
    indent: wrap > 0 ? d.pick(['　　', '　　', '    ', '  ', '']) : d.pick(['', '', '　　', '　　', '    ', '\t', '\u00a0\u00a0']),
    cuts: wrap === 0 && (kind === 'paper' || kind === 'plain') && d.chance(0.7) ? 0.4 : 0,
    furniture: kind === 'paper' ? (d.chance(0.7) ? 0.12 : 0) : 0,
    halfBrackets: d.chance(0.4), halfMarks: d.chance(0.12), wideDigits: d.chance(0.08), radicals: kind === 'pdf' && d.chance(0.3), zeroWidth: d.chance(0.1),
    spaces: kind === 'ocr' ? d.pick([0.03, 0.08, 0.15]) : kind === 'paper' && d.chance(0.2) ? 0.005 : 0,
    centred: kind === 'pdf' && d.chance(0.5), dropMarks: d.chance(0.25) ? 0.15 : 0, runningHead: wrap > 0 && d.chance(0.4), bareNumbers: wrap > 0 && d.chance(0.5), doubled: wrap > 0 && d.chance(0.1), eol: d.pick(['\n', '\n', '\n', '\r\n', '\r']),
  };
}

const RADICALS: Readonly<Record<string, string>> = { 文: '⽂', 民: '⺠', 工: '⼯', 大: '⼤', 人: '⼈', 水: '⽔', 生: '⽣', 青: '⻘', 金: '⾦', 立: '⽴' };

/** A number at the head of a line in another make: 一. （一）、 1、 1．. */
function otherMake(d: Dice, text: string): string {
  return text.replace(/^([一二三四五六七八九十]{1,3})、/, (_, n: string) => n + d.pick(['、', '．', '.', ' 、'])).replace(/^（([一二三四五六七八九十]{1,3})）/, (_, n: string) => d.pick([`（${n}）`, `（${n}）、`, `(${n})`, `（${n}） `])).replace(/^(\d{1,2})\.(?!\d)/, (_, n: string) => n + d.pick(['.', '、', '．', '. ']));
}

/** One printed line with the look's faults; never changes what cleaning could not give back. */
function faulty(d: Dice, look: Look, text: string, { part, heading }: CleanLine): string {
  let out = text;
  if (look.dropMarks > 0 && part === 'head') {
    if (d.chance(look.dropMarks)) out = out.replace(/^（(.*)）$/, '$1');
    if (d.chance(look.dropMarks)) out = out.replace(/：$/, ':');
    if (d.chance(look.dropMarks)) out = out.replace(/^(?:—|-|－|─|━|\s)+(?=在|祝贺|热烈|写在|\d)/, '');
  } else if (look.dropMarks > 0) {
    // Half of a pair is lost; numbers are made as drafts make them.
    if (heading === null && d.chance(look.dropMarks)) out = out.replace(d.pick(['“', '”', '《', '》']), '');
    if (d.chance(0.5)) out = otherMake(d, out);
  }
  if (look.halfBrackets) out = out.replaceAll('（', '(').replaceAll('）', ')');
  if (look.halfMarks && part !== 'row') out = out.replace(/(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])/g, ',').replace(/(?<=[\u4e00-\u9fff])；(?=[\u4e00-\u9fff])/g, ';');
  if (look.wideDigits) out = out.replace(/(?<![.\d%，,])\d+(?![.\d%，,.])/g, (digits) => [...digits].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(''));
  if (look.radicals) out = [...out].map((c) => (d.chance(0.3) ? RADICALS[c] ?? c : c)).join('');
  if (look.spaces > 0 && part !== 'row') out = spacedOut(d, out, look.spaces);
  if (look.zeroWidth && d.chance(0.2) && out.length > 6) out = `${out.slice(0, 4)}\u200b${out.slice(4)}`;
  if (d.chance(0.05)) out += d.pick([' ', '　', '\t']);
  return out;
}

/** Spaces between Han, as text recognition leaves them. */
function spacedOut(d: Dice, text: string, share: number): string {
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    out += text[i];
    if (/[\u4e00-\u9fff，。、；：]/.test(text[i] as string) && /[\u4e00-\u9fff\d]/.test(text[i + 1] ?? '') && d.chance(share)) out += ' ';
  }
  return out;
}

function put(w: Written, text: string): number {
  w.lines.push(text);
  return w.lines.length;
}

function putNoise(w: Written, text: string): void {
  for (const line of text.split('\n')) w.noise.add(put(w, line));
}

/** Pieces of a line as they are printed: wrapped at the measure or cut at a column's end. */
function piecesOf(d: Dice, look: Look, item: Item): string[] {
  const { text, part } = item.line;
  const long = text.length > 44;
  const indented = part === 'body' || part === 'own' ? `${look.indent}${text}` : text;
  if (part === 'row' || part === 'sign') return [text];
  if (part === 'head') return [look.centred ? `${' '.repeat(d.int(4, 20))}${text}` : text];
  if (look.wrap > 0) return wrapped(indented, look);
  if (!long || !d.chance(look.cuts)) return [indented];
  const at = look.indent.length + d.int(22, text.length - 12);
  if (/^[，。、；：？！”）》’]/.test(text.slice(at - look.indent.length)) && d.chance(0.8)) return [indented];
  return [indented.slice(0, at), indented.slice(at)];
}

function wrapped(text: string, look: Look): string[] {
  const out: string[] = [];
  let at = 0;
  while (at < text.length) {
    let end = at;
    let width = 0;
    while (end < text.length && width < look.wrap * 2) {
      width += text.charCodeAt(end) < 0x2000 ? 1 : 2;
      end += 1;
    }
    while (look.kinsoku && end < text.length && /[，。、；：？！”）》’]/.test(text[end] as string)) end += 1;
    out.push(text.slice(at, end));
    at = end;
  }
  return out;
}

/** The page of one seed. */
export function messyCase(seed: number): Case {
  const d = new Dice(seed * 2654435761);
  const place = makePlace(d);
  const meeting = makeMeeting(d, place);
  const look = lookOf(d);
  const least = d.pick([40, 70, 110]);
  const alone: readonly Family[] = meeting.cppcc ? ['cppcc', 'cppcc', 'proposals'] : ['government', 'congress', 'court', 'prosecutors', 'plan'];
  const articles = look.kind === 'paper' || (look.kind === 'ocr' && d.chance(0.3)) ? cleanPage(d, meeting, least) : [cleanReport(d, meeting, d.pick(alone), least)];
  const lost = new Set<number>();
  const items = inOrder(d, articles, { lost });
  const w: Written = { lines: [], owner: new Map(), noise: new Set(), cuts: [], headings: new Map() };
  const date = `${meeting.year}-${String(meeting.month).padStart(2, '0')}-${String(meeting.day).padStart(2, '0')}`;
  const name = place.name || '全国';
  const web = look.kind === 'web' ? webNoise(d, date, name) : null;
  if (web !== null) for (const line of web.top) putNoise(w, line);
  const running = look.runningHead ? d.pick([articles[0]?.title ?? '工作报告', `${name}${meeting.year}年会议文件`]) : null;
  let page = 1;
  let onPage = 0;
  const turnPage = (): void => {
    onPage += 1;
    if (look.wrap === 0 || (!look.bareNumbers && running === null) || onPage < 24) return;
    onPage = 0;
    if (look.bareNumbers) putNoise(w, look.kinsoku ? `${page}` : `- ${page} -`);
    page += 1;
    if (running !== null) putNoise(w, running);
  };
  let headDone = false;
  items.forEach((item, k) => {
    const { line, article } = item;
    if (line.part === 'body' && line.text.length > 60 && d.chance(look.furniture)) putNoise(w, paperNoise(d, date, name));
    const pieces = piecesOf(d, look, item);
    let before = 0;
    pieces.forEach((piece, i) => {
      if (i > 0) {
        if (look.wrap === 0 && d.chance(0.15)) putNoise(w, paperNoise(d, date, name));
        turnPage();
      }
      const leading = /^\s*/.exec(piece)?.[0] ?? '';
      const at = put(w, leading + faulty(d, look, piece.slice(leading.length), line));
      w.owner.set(at, article);
      if (i === 0 && line.heading !== null) w.headings.set(at, { article, line: at, heading: line.heading });
      // A heading over two lines is no cut text (COMMANDS, `joins`).
      if (i > 0 && line.part !== 'own') w.cuts.push({ before, after: at, shown: !STOPS.test((w.lines[before - 1] as string).trimEnd()) });
      before = at;
      if (look.doubled) put(w, '');
    });
    turnPage();
    // The first title's lines are whole: what a site prints under the title stands here.
    const next = items[k + 1];
    if (web !== null && !headDone && (next === undefined || next.line.part !== 'head' || /^(?:—|-|－|─|━|在|（|\d)/.test(next.line.text))) {
      headDone = true;
      for (const line of web.underTitle) putNoise(w, line);
    }
    const apart = line.part !== 'row' && next?.line.part !== 'row' && !(look.wrap > 0 && line.part === 'head');
    if (apart && (look.blanks === 1 || (look.blanks === 2 && d.chance(0.5)))) put(w, d.chance(0.1) ? '　　' : '');
  });
  if (web !== null) for (const line of web.bottom) putNoise(w, line);
  return { name: `seed ${seed} (${look.kind}${look.wrap > 0 ? ` ${look.wrap}` : ''})`, text: w.lines.join(look.eol), articles: truthOf(articles, w, lost), cuts: w.cuts, noise: [...w.noise] };
}

function truthOf(articles: readonly CleanArticle[], w: Written, lost: ReadonlySet<number>): TrueArticle[] {
  return articles.map((article, at) => {
    const lines = [...w.owner].filter(([, owner]) => owner === at).map(([line]) => line);
    const headings = [...w.headings.values()].filter((one) => one.article === at).map(({ line, heading }) => ({ ...heading, line })).sort((a, b) => a.line - b.line);
    const { kind, title, occasion, date, dateText, speaker, salutation } = article;
    const none = lost.has(at);
    return { kind, title: none ? null : title, occasion: none ? null : occasion, date: none ? null : date, dateText: none ? null : dateText, speaker: none ? null : speaker, salutation: none ? null : salutation, lines, headings };
  });
}
