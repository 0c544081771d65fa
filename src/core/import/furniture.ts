// A line that is nothing but the furniture of a page, put together: a paper's name,
// date, weekday, page and issue (云岭日报 2026年1月13日 星期二 第1版 今日8版), a site's
// name and address, a time and a source. No single pattern has all their orders; so a
// line is taken apart into its pieces, each of which is of a known kind, and it is
// furniture where nothing else is left and the pieces are of two kinds at least. A
// date alone, a name alone is text: heads and signatures are made of them.

type Kind = 'editor' | 'date' | 'clock' | 'address' | 'named' | 'paper' | 'site' | 'page' | 'issue' | 'latin';

/** Papers by the ends of their names; noise.ts reads page headers with them too. */
export const PAPER_END = '(?:日报|晚报|晨报|早报|商报|时报|周报|都市报|政协报|新报|导报|新闻网|新闻)';

// Tried in order at each place of a word that is apart by spaces.
const PIECES: readonly (readonly [Kind, RegExp])[] = [
  ['date', /(?:今天是[:：]?)?\d{4}(?:年\/?\d{1,2}月\/?\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})|\d{1,2}月\d{1,2}日|星期[一二三四五六日天]|周[一二三四五六日]|农历[\u4e00-\u9fff]{4,9}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[\u4e00-\u9fff]{3,5}/y],
  ['clock', /\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/y],
  ['address', /(?:https?:\/\/|www\.)[\w./?=&%#:-]+|[\w.-]+@[\w.-]+|[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org)(?:\/\S*)?/iy],
  ['editor', /(?:本版)?(?:值班(?:总编|编委|主任)|责任编辑|责任校对|责编|编辑|美编|版式(?:设计)?|校对|组版|制图|电话|热线|邮箱|E-?mail)[:：/／]\S*/iy],
  ['named', /(?:(?:文章|信息|稿件|新闻)?来源|作者|记者|发布(?:时间|日期|单位|者|人)?|更新时间|时间|日期|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:次数|量|率)?|访问(?:次数|量)?|字号|字体|网址|邮箱)[:：]\S*/y],
  ['issue', /第\d{3,6}期|总第\d{2,6}期|(?:国内统一)?(?:连续出版物号|刊号)[:：]?|国内统一|CN\d{2}-\d{4}|CN|\d{2}-\d{4}|邮发代号[:：]?\d*-?\d*|代号[:：]?\d+-\d+/y],
  ['page', /0\d(?![\d:：])|第?[A-D]?[0-9〇零一二三四五六七八九十]{1,3}版|今日(?:共)?[0-9一二四六八十]{1,3}版|[A-D]\d{1,2}(?!\d)|(?:要闻|时政|综合|专版|专题|副刊)/y],
  ['paper', new RegExp(`[\\u4e00-\\u9fff]{2,8}?${PAPER_END}(?:社|数字报刊?|数字版|电子报|电子版)?`, 'y')],
  ['site', /[\u4e00-\u9fff]{2,18}?(?:门户网站?|政务网|政府网|党政门户网|官方网站|官网|网站)/y],
  ['latin', /[A-Za-z][A-Za-z.'-]*/y],
  ['page', /[:：|｜·•/／（()）【】\[\]-]/y],
];

const ADDRESS = /(?:https?:\/\/|www\.)[\w.-]+/i;

/** Why the line is a page's furniture, in Chinese, or null. @param spaced the clean line with its spaces. */
export function furnitureReason(spaced: string): string | null {
  if (spaced.length > 120 || !/[\d.]/.test(spaced)) return null;
  const kinds = new Set<Kind>();
  let isNamed = false;
  const hasAddress = ADDRESS.test(spaced);
  for (const word of spaced.split(/[\s|｜]+/)) {
    // 来源： with its value behind a space.
    if (isNamed && word.length <= 12 && !/[。；，]/.test(word)) {
      isNamed = false;
      continue;
    }
    // Whose address it is: 云岭市人民政府 www.example.gov.cn.
    if (hasAddress && /^[\u4e00-\u9fff]{2,18}$/.test(word) && pieceAt(word, 0)?.end !== word.length) {
      kinds.add('site');
      continue;
    }
    for (let at = 0; at < word.length;) {
      const piece = pieceAt(word, at);
      if (piece === null) return null;
      kinds.add(piece.kind);
      at = piece.end;
    }
    isNamed = /[:：]$/.test(word) && kinds.has('named');
  }
  kinds.delete('latin');
  if (kinds.size < 2) return null;
  if (kinds.has('editor')) return '编辑署名';
  return kinds.has('paper') || kinds.has('issue') || (kinds.has('page') && kinds.has('date') && !kinds.has('named')) ? '报眉：报名、日期、版次' : kinds.has('date') || kinds.has('named') ? '来源与时间' : kinds.has('site') ? '网站名称' : null;
}

function pieceAt(word: string, at: number): { readonly kind: Kind; readonly end: number } | null {
  for (const [kind, pattern] of PIECES) {
    pattern.lastIndex = at;
    if (pattern.test(word)) return { kind, end: pattern.lastIndex };
  }
  return null;
}
