// Lines that are no text of any article (issue "From text to printed pages" §3):
// the paper's header and imprint, page numbers, site buttons and breadcrumbs,
// captions and credits. Each rule is a reason with its evidence; a rule that
// could hit a sentence is bound to short lines. What is not surely noise is
// text: a lost line is worse than a strange one.

import { isHan } from './character';
import { furnitureReason, PAPER_END as PAPER } from './furniture';

interface NoiseRule {
  /** What the window shows. */
  readonly why: string;
  /** One of these stands in the line, or the rule is not tried: a look for words is cheaper than a pattern. null: a line without Han. */
  readonly words: readonly string[] | null;
  /** Longest line, without spaces, that the rule may take. */
  readonly longest: number;
  readonly test: RegExp;
}

const PAGE = '(?:第?[A-D]?[0-9〇零一二三四五六七八九十]{1,3}版|[A-D]\\d{1,2}|要闻|时政|综合)';

// Texts without spaces. Order is by how telling the rule is.
const RULES: readonly NoiseRule[] = [
  { why: '报眉：报名、日期、版次', words: ['版', '星期', '要闻', '日报', '晚报', '晨报', '早报', '商报', '时报', '周报', '都市报', '政协报', '新报', '导报', '时政', '农历'], longest: 60, test: new RegExp(`^(?:.{0,12}${PAPER})?.{0,12}\\d{4}[年/.-]\\d{1,2}[月/.-]\\d{1,2}日?(?:星期[一二三四五六日天]|农历.{2,8}|${PAGE}|[:：|·/／])+`) },
  { why: '报眉：报名、日期、版次', words: ['版', '星期', '要闻', '日报', '晚报', '晨报', '早报', '商报', '时报', '周报', '都市报', '政协报', '新报', '导报', '时政', '农历'], longest: 60, test: new RegExp(`^.{2,10}${PAPER}.{0,4}(?:${PAGE}|\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|[:：|·/／])+$`) },
  { why: '报眉：日期与星期', words: ['星期'], longest: 40, test: /^.{0,14}\d{4}年\d{1,2}月\d{1,2}日星期[一二三四五六日天].{0,14}$/ },
  { why: '报眉：版次', words: ['版', '星期', '要闻', '时政', '综合'], longest: 16, test: /^(?:第?[A-D]?[0-9〇零一二三四五六七八九十]{1,3}版[:：·|]?(?:要闻|时政|综合|专版|专题|副刊|本市|本地)?|(?:要闻|时政|综合|专版)[:：·|]?[A-D]?\d{1,2}版?|[A-D]\d{1,2}[:：·|]?(?:要闻|时政|综合|专版)?|星期[一二三四五六日天])$/ },
  { why: '报眉：报名、日期、版次', words: ['公报'], longest: 48, test: /^.{2,24}公报\d{4}年第\d+[号期](?:[（(]总第\d+[号期][）)])?$/ },
  { why: '报头', words: ['报'], longest: 60, test: /^[\u4e00-\u9fff]{2,10}(?:日|晚|晨|早|商|时|周|都市|政协|新|导)报[A-Za-z.·’'-]{6,40}$/ },
  { why: '广告', words: ['广告'], longest: 8, test: /^[【\[（(]?(?:公益)?广告[】\]）)]?$/ },
  { why: '报眉：版次', words: ['版'], longest: 16, test: /^第[A-D]?\d{1,3}版[:：][\u4e00-\u9fff·]{2,8}$/ },
  { why: '会议文件封面上的字', words: ['收回', '保管', '保密'], longest: 20, test: /^[（(【\[★☆·]*(?:(?:会议文件[，、·]?)?(?:请)?会后(?:请)?(?:及时)?(?:收回|交回)|(?:会议文件[，、·]?)?(?:请)?(?:妥善保管|注意保密))[）)】\]★☆·！!。]*$/ },
  { why: '网页代码的残留', words: ['htm', 'enpproperty', '<!--', '-->'], longest: 170, test: /content_\d+\.s?html?|enpproperty|<!--|-->/ },
  { why: '版面导航', words: ['版'], longest: 120, test: /^(?:(?:第?[A-D]?\d{1,2}版[:：][\u4e00-\u9fff]{2,6}){2,}|通版阅读.{0,8}|(?:展开|收缩)通版|当前版[:：].{2,12})$/ },
  { why: '版面导航', words: ['版', '一期', '一篇', '目录', '首页', '顶部', '数字报', '往期', 'PDF'], longest: 60, test: /^[|｜34]?(?:(?:上一版|下一版|上一期|下一期|版面导航|标题导航|数字报|返回目录|往期回顾|PDF版?|版面概览|上一篇|下一篇|返回首页|返回顶部)[|｜:：<>《》34]*)+(?:打印本页|打印|关闭)?$/ },
  { why: '网站面包屑', words: ['位置'], longest: 12, test: /^您?(?:的|现在的|当前的?)?(?:当前)?位置[:：]?$/ },
  { why: '网站面包屑', words: ['位置', '首页', '>', '»', '›', '＞', '→'], longest: 120, test: /^(?:您?(?:的|现在的|现在所在的|所在的?|当前的?|目前的?)?(?:当前)?位置[:：]|首页)(?:.*(?:>|»|›|→|\/|＞|-)|[:：]).*$|^[^。]{2,20}(?:>{1,2}|»|＞|›)[^。]{1,30}(?:>{1,2}|»|＞|›)?[^。]{0,40}$/ },
  { why: '来源与时间', words: ['来源', '发布', '更新时间', '时间', '日期', '浏览', '阅读', '点击', '访问', '作者', '字号', '字体', '索引', '文号', '发文机关', '公开形式', ':', '原标题', '分类', '公开日期', '公开时间', '有效性', '字号', '服务对象'], longest: 90, test: /^[（(【\[]?(?:(?:文章|信息|稿件|新闻|文档|资料)?来源(?=[:：|｜丨])|原标题|信息分类|主题分类|体裁分类|公开(?:日期|时间|范围)|有效性|发文字号|服务对象|点击数|发布(?:时间|日期|单位|机构|者|人)|发稿时间|录入时间|信息时间|发布于|更新时间|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:次数|量|率)?|访问量?|作者|字号|字体|信息索引|索引号|文号|发文机关|成文日期|公开形式)[:：|｜丨].*$|^(?:时间|日期)[:：]\d{4}(?:[-/].*|年\d{1,2}月\d{1,2}日.*来源.*)$|^\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:[|｜·【\[（(]|(?:文章|信息|稿件)?来源|来自|稿源|作者|记者|编辑|字|浏览|阅读|点击|访问|发布|打印|收藏|分享).*$|^\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$|^\d{4}\d{2}\/\d{2}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/ },
  { why: '网站按钮', words: ['打印', '关闭', '分享', '收藏', '复制', '下载', '朗读', '听新闻', '微信', '微博', 'QQ', '朋友圈', '扫一扫', '返回', '首页', '登录', '注册', '搜索', '手机版', '客户端', '一篇', '点赞', '评论', '无障碍', '简体', '繁体', '字体', '字号', '放大', '缩小', '默认', '大中小', '大】', '【', '全屏', '加大', '减小', '还原', '增大', '长者', '关怀版', '语音', 'IPv6', '纠错'], longest: 60, test: /^(?:[\[【［（(|｜·]?(?:字体|字号|大|中|小|放大|缩小|默认|打印本?页?|关闭(?:本页|窗口|此页)?|收藏(?:本页)?|复制(?:链接)?|下载(?:全文)?|朗读|听新闻|分享(?:到|至)?|微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|朋友圈|扫一扫.{0,10}|返回(?:首页|顶部|列表|目录)?|首页|登录|注册|搜索|手机版|客户端|上一篇|下一篇|打印本页|点赞|评论|无障碍(?:阅读|浏览)?|长者(?:模式|版)|关怀版|适老版|简体|繁体|繁體|全屏|加大|减小|还原|增大|缩放|收起|展开|下载文档|文档下载|语音播报|网站支持IPv6|本?网站?支持IPv6|点击下载|我要纠错|我要评论|English|EN|T)[\]】］）)|｜·:：⊕⊖⊙○◎＋－+-]?)+$/ },
  { why: '网站推荐', words: ['一篇', '一条', '相关', '推荐', '延伸', '往期', '热门', '更多', '猜你', '都在看', '热点', '条', '扫', '长按', '分享', '图片新闻'], longest: 60, test: /^[>»›▶★☆●■◆▲]*(?:上一篇|下一篇|上一条|下一条|热点(?:推荐|新闻)|猜你喜欢|大家都在看|为你推荐|精彩推荐|最新推荐|图片新闻|分享让更多人看到|(?:评论)?\d+条(?:评论)?|评论\d+条|(?:手机|微信|请)?(?:扫一扫|扫码|扫描|长按)(?:上方|下方|识别)?(?:二维码)?.{0,8}|相关(?:阅读|链接|新闻|报道|稿件|文章)|往期(?:推荐|回顾|精彩|内容|文章|链接)?|推荐阅读|延伸阅读|热门(?:推荐|新闻)|更多(?:内容|新闻|精彩)?)(?:[:：].*|>*|»)?$/ },
  { why: '公众号的按钮', words: ['蓝字', '关注', '原创', '在看', '点赞', '二维码', 'END', 'end', '阅读原文', '公众号', '微信号', '点亮', '转发', '收录于', '合集', '标签不可点'], longest: 40, test: /^(?:点击(?:上方|下方|蓝色)?[“”「」]?(?:蓝字|蓝色字体|名片|卡片)?[“”「」]?(?:快速|一键|即可)?(?:关注|订阅)(?:我们|哦|公众号)?.{0,8}|(?:长按|扫描|识别)(?:识别)?(?:上方|下方)?二维码.{0,10}|[-—–·~～▼▲▽△*]*(?:END|完)[-—–·~～▼▲▽△*]*|(?:(?:如果)?(?:喜欢|觉得不错|好看|有用))?(?:就|请|记得|别忘了|欢迎|快来)?(?:帮忙)?点(?:亮|个|一个|一下)?[“”「」]?(?:在看|赞).{0,12}|阅读量?\d+(?:\.\d+)?[万wW]?\+?|(?:[“”「」]?(?:点赞|分享|收藏|在看|赞|转发|评论|留言|点个赞|求关注|关注)[“”「」]?[、，·|｜和]?){2,}[!！]?|(?:点击)?(?:左下角|下方)?[“”「」]?阅读原文[“”「」]?.{0,10}|(?:收录于)?(?:合集|话题)#?.{0,16}|预览时标签不可点|微信号[:：]?[\w-]{3,20}|在看)$/i },
  { why: '公众号的分节标记', words: ['PART', 'Part', 'part', 'NO', 'No'], longest: 8, test: /^(?:PART|NO)[.·:：]?\d{1,2}[.·]?$/i },
  { why: '附件的链接', words: ['附件'], longest: 60, test: /^附件(?:下载|\d+)?[:：].{1,44}\.(?:docx?|pdf|wps|xlsx?|rar|zip|ofd)$/i },
  { why: '编辑署名', words: ['编辑', '责编', '美编', '版式', '版面', '校对', '组版', '制图', '审', '监制', '值班', '主编'], longest: 70, test: /^(?:[【\[](?:我要)?纠错[】\]])?[（(【\[■●◆□○▲]?(?:本版)?(?:责任编辑|责编|编辑|美术编辑|美编|版式(?:设计)?|版面(?:设计)?|校对|组版|制图|审校|审核|监制|值班(?:编委|主任|编辑)|执行(?:主编|编辑)|主编|总值班|一审|二审|三审|初审|复审|终审|编审)[:：\/／].{1,66}$/ },
  { why: '报尾：社址、刊号、定价', words: ['社址', '地址', '邮编', '邮政编码', '电话', '热线', '传真', '邮箱', '信箱', 'mail', 'MAIL', '广告', '发行', '零售', '定价', '每份', '今日', '国内统一', 'CN', '邮发', '总第', '期', '印刷', '出版'], longest: 160, test: /^.{0,6}(?:社址|地址|投稿(?:邮箱|信箱)?|电子(?:邮箱|信箱)|邮箱|E-?mail|印刷)[:：].+|^.{0,8}(?:邮编|邮政编码|电话|热线|传真|广告(?:热线|部)|发行(?:热线|部))[:：(（]?[\d\-（）()—]{5,}.*$|^广告.{0,4}许可证.*|^(?:零售|定价|每份)(?:价)?(?:每份)?[:：]?\d+(?:\.\d+)?元.*|^今日[\d一二四六八十]{1,3}版.*|^(?:国内统一|CN\d|邮发代号).*|^(?:总第|第)\d{2,6}期(?:今日.{1,3}版)?$|^.{2,12}(?:日报|晚报|报)社(?:出版|印刷|主办).*$/i },
  { why: '版权与备案', words: ['版权', '免责', 'ICP', 'icp', '公网安备', 'Copyright', 'copyright', 'COPYRIGHT', '©', '标识码', '转载', '使用', '技术支持', '网站地图', '访', '主办', '承办', '协办', '主管', '备案', '公安网'], longest: 160, test: /(?:^[（(【\[]?(?:版权|免责)声明[:：】\]]|版权所有|ICP备|公网安备|Copyright|©|网站标识码|未经.{0,10}(?:授权|许可).{0,8}(?:转载|使用)|技术支持[:：]|主办.{0,30}技术支持$|网站地图|^您是第\d+位(?:访问者|访客)|^[\u4e00-\u9fff]{4,20}主办[\u4e00-\u9fff]{4,24}(?:承办|协办)|主办(?:单位)?[:：].*(?:承办|协办|主管)|^(?:主办|承办|主管|协办)(?:单位)?[:：].{2,40}$|备案(?:序|编)?号[:：]|^本网站由.{2,30}(?:主办|承办))/i },
  { why: '图片说明', words: ['图', '摄'], longest: 120, test: /^(?:▲|△|▼|●)?(?:图[①-⑨一二三四五六]?(?:为(?!.{1,2}，)|[:：])|资料图片$|图片由.{2,20}提供|上图|下图|左图|右图|题图|图片(?:说明|来源)|图说).*$|^.{0,100}(?:记者|通讯员|作者)[\u4e00-\u9fff]{2,12}(?:摄|摄影|\/图|／图|供图)[）)]?$/ },
  { why: '页码', words: ['—', '-', '–', '－', '·', '•', '页', '/', 'Page'], longest: 14, test: /^(?:[—\-–－·•]+\d{1,4}[—\-–－·•]+|第\d{1,4}页(?:[，,/]?共\d{1,4}页)?|Page\d{1,4}(?:of\d{1,4})?|\d{1,4}\/\d{1,4})$/ },
  { why: '网址', words: ['http', 'www.'], longest: 170, test: /^(?:https?:\/\/|www\.)[\w./?=&%#:-]+$/i },
  { why: '分隔线', words: null, longest: 400, test: /^(?!(?:……|⋯⋯|\.{6})$)[-—–_=＝*＊·•.…~～□■◆◇●○▲△★☆※┄┈─━#＃+|｜\/\\]{2,}$|^[□■◆◇●○▲△★☆※＊*#▼▽↓⬇]$/ },
];

const SITE_NAME = new RegExp(`^[\\u4e00-\\u9fff]{2,18}(?:门户网站?|政务网|政府网|党政门户网|官方网站|官网)$|^[\\u4e00-\\u9fff]{2,8}${PAPER}(?:数字报刊?|数字版|电子报|电子版)$`);
const NAV_WORDS = new Set('首页 网站首页 政务公开 政府信息公开 信息公开 政务服务 办事服务 互动交流 政民互动 公众参与 专题专栏 专题 新闻中心 新闻动态 要闻 要闻动态 走进 数据发布 数据开放 机构设置 机构职能 机构 新闻 公开 服务 互动 数据 政务 解读 专栏 概况 办事 问政 监督 领导之窗 通知公告 网站地图 联系我们 关于我们 在线访谈 图片新闻 视频 视频新闻 法律声明 隐私声明 设为首页 加入收藏 登录 注册 无障碍阅读 长者模式 搜索 EN English 简 繁 委员风采 提案工作 协商议政 社情民意 工作动态 会议之窗 代表之窗 立法工作 监督工作 代表工作'.split(' '));
const CREDIT_WORDS = /^(?:本版)?(?:责任编辑|责编|编辑|美术编辑|美编|版式(?:设计)?|版面(?:设计)?|校对|组版|制图|审校|审核|监制|值班(?:编委|主任|编辑|总编)|总值班|执行(?:主编|编辑)|主编|一审|二审|三审|初审|复审|终审|编审|编委|统筹|策划|社长|总编辑|副总编辑|总编室|责任校对|审签|签发|审读|图编|视觉|本期(?:编辑|责编)|本[版组报](?:撰文|采写|摄影|图片|文字|文图|图文|稿件|供图))$/;
const AUTHOR_WORDS = /^(?:记者|通讯员|文|图|摄影|作者|文\/图)$/;

/** Words of a site's bar in one line, apart by spaces: 首页 政务公开 互动交流. */
function isSiteBar(spaced: string): boolean {
  const words = spaced.split(/[\s|｜·>]+/).filter((word) => word !== '');
  if (words.length >= 4 && /^(?:网站)?首页$/.test(words[0] as string) && words.every((word) => word.length <= 8 && !/[，。；：]/.test(word))) return true;
  return words.length >= 3 && words.every((word) => word.length <= 8) && words.filter((word) => NAV_WORDS.has(word)).length * 2 > words.length;
}

/** Editors' names, apart by spaces without colons: 责编 甲某 美编 乙某. */
function isCreditLine(spaced: string): boolean {
  const words = spaced.replace(/^[（(【\[]|[）)】\]]$/g, '').replace(/[■●◆□○▲]/g, ' ').split(/[\s:：/／、|｜]+/).filter((word) => word !== '');
  return words.length >= 2 && (CREDIT_WORDS.test(words[0] as string) || (AUTHOR_WORDS.test(words[0] as string) && words.some((word) => CREDIT_WORDS.test(word)))) && words.every((word) => CREDIT_WORDS.test(word) || /^[\u4e00-\u9fff·]{1,4}$/.test(word)) && words.some((word) => !CREDIT_WORDS.test(word));
}

/** A photograph's credit at the end of a line: …会场。 某某 摄. */
function isPhotoCredit(spaced: string): boolean {
  // 凝心聚力　共绘蓝图 is a headline.
  return spaced.length <= 110 && !/[蓝宏版]图$/.test(spaced) && /(?:[\s。）)（(]|记者|通讯员)(?:[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff]\s[\u4e00-\u9fff])\s{0,2}(?:摄|摄影|供图|\/图|图)[）)]?$/.test(spaced) && !/讯[（(]/.test(spaced);
}

const ORNAMENTS = '□■◆◇●○▲△★☆※＊*#▼▽↓⬇';
/** A site's word on its rights, in sentences. */
const DISCLAIMER = /^[（(【\[]?(?:版权|免责)声明[:：】\]]/;
const CAPTION = /^[▲△▼●]?(?:图[①-⑨]?为|[上下左右题]图)/;

/**
 * Why the line is noise, in Chinese, or null where it is text.
 * @param compact the clean line without spaces
 * @param spaced the clean line with them
 */
export function noiseReason(compact: string, spaced: string): string | null {
  if (compact.length > 170 || (compact.length < 2 && !ORNAMENTS.includes(compact))) return null;
  // A sentence that merely begins like furniture is text; captions are sentences.
  if (/[。！？；]$/.test(compact) && compact.length > 24 && !CAPTION.test(compact) && !DISCLAIMER.test(compact)) return null;
  for (const rule of RULES) {
    if (compact.length > rule.longest) continue;
    if (rule.words === null ? isHan(compact.charCodeAt(0)) : !rule.words.some((word) => compact.includes(word))) continue;
    if (rule.test.test(compact)) return rule.why;
  }
  if (compact.length <= 24 && compact.startsWith('今天是') && /^今天是[:：]?(?:\d{4}年.*)?$/.test(compact)) return '网站按钮';
  if (compact.length <= 24 && '网站报刊版'.includes(compact.at(-1) ?? ' ') && SITE_NAME.test(compact)) return '网站名称';
  if (spaced.length !== compact.length || compact.includes('/')) {
    const furniture = furnitureReason(spaced);
    if (furniture !== null) return furniture;
  }
  if (spaced.length !== compact.length) {
    if (isSiteBar(spaced)) return '网站栏目';
    if (isCreditLine(spaced)) return '编辑署名';
  }
  return /[摄图]/.test(compact.slice(-4)) && isPhotoCredit(spaced) ? '图片说明' : null;
}
