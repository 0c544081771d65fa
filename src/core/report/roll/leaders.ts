// People of office who are named in a report (W-C): 市委书记李明批示, 省政协主席张三同志到会, 李明书记率队,
// 王强委员提交的提案. In: plain text. Out: title and name. A name is told by a surname next to
// a title and by what the person does; an office's other words (主席会议, 市长热线, 副主席应邀) are no names.
// No dictionary of persons: whoever holds an office changes, which is why they are flagged.
import { DOUBLE_SURNAMES, TELLING_SURNAMES } from '../../model/surnames';
import type { Stretch } from './names';

const SURNAME = `(?:${DOUBLE_SURNAMES}|[${TELLING_SURNAMES}])`;
/** Two letters that begin like a name and are a word. */
const WORDS = '应邀|应约|和|项目|安排|安全|干部|全[程部面体年力会国市县省区]|易地|常[态年务驻委规]|平[均时台安常]|方[面案式法可]|于|时[刻任]|党[组委建政支群员史]|郎|高[度位效质等]|向|成员|成立|都|能|相[关互继]|关[于心注]|包[联保抓挂括村]|解[决读答难]|明确|计划|任[务期命职免]|万[名人余]|分|牧|宣|项|从|强[调化]|水|单[位独]|路|华|温|冷|乐|欧(?!阳)|白|金|石|谷|牛|马上|古|花|景|宫|国|商|席|别|言|经|连|容|双|支|章|巫|车|班|祝|阳|燕|柳|桂|蓝|木|居|台|官|衣|荣|管[理护控好辖]|谈[心话判论]|严[格肃守实于把明禁密谨]|成[长效果功为绩本]|施[策工政行]|程序|左右|康[复养]|游览|计分|明[白显察]|查[看找验阅处摆]|申[报请]|陈[述列]|范围|应[当急对用该聘]|保[障护持证密留]|扬帆|沙龙|习惯|谢[谢意]|尤其|高[票龄层级标站频]|安[心居置]|强[烈基]|全[过覆域员局心]|时间|甘[于当]|符合|庄严|辛[勤苦]|练[就好兵]|余[名人]|晋[升级位]|任[教何]|文[史化件明艺体书字稿]|许[多可]|方[阵便]|林[业长地权草下]|武[装警]|夏季|田[间头园]|陆续|齐[心抓聚全头]|关[爱怀键]';
const VERB = '批|所|签|同志|等|出席|到|主持|率|带|作|讲|指出|强调|要求|听取|看望|慰问|视察|调研|领|督|牵头|会见|会同|参|应邀|分别|亲|先后|多次|专|深入|赴|前往|走访|给|对|就|为|向|在|与|和|及|同|致|宣|受|当选|兼|先生|女士|阅|肯定|点赞|圈|见证|列席|陪|莅临|代表|介绍|通报|回应|表示|希望|认为|说|的|均|也|曾|于|经|将|已|来|联|包|挂|负责|担任|今|因|任|召|现场|带队|提|接|检查|考察|勉励|寄语|祝|讲话|讲授|出|一行';
const TITLES = '(?:(?:市|省|县|区|州|旗|盟|镇|乡|自治区)?(?:党?委)(?:副)?书记|纪委书记|党组(?:副)?书记|(?:代|副|常务副)?(?:市长|省长|县长|区长|州长|旗长|盟长|镇长|乡长)|自治区(?:副)?主席|(?:全国|市|省|县|区|州|旗|自治区)?政协(?:副)?主席|(?:常务)?副主席|(?:副)?秘书长|主席|主任委员|(?:人大|工委|专委会|委员会)(?:常委会)?(?:副)?主任|人大主任|(?:副)?主任|(?:组织部|统战部|宣传部|政法委)?部长|法院院长|检察长|(?:副)?局长|党组成员|(?:市|省|县|区|州)委(?:副书记|常委)|副书记|书记|委员)';
// A given name may hold a rare character above U+FFFF (𬍛), two code units of a string.
const NAME = `(?!(?:${WORDS}))${SURNAME}[\\u3000 ]?(?:[\\u3400-\\u9fff]|[\\ud840-\\ud88d][\\udc00-\\udfff]){1,2}?`;
interface Patterns {
  /** 市委书记李明、市长王强 | 副主席苏望、韩秋实. */
  readonly titleName: RegExp;
  /** 李明书记批示, 王强委员提交: only where a name may begin. */
  readonly nameTitle: RegExp;
  /** A surname that is in no list (副主任刀世明率队), where what follows is surely done by a person. */
  readonly unlisted: RegExp;
}

let patterns: Patterns | null = null;

/** Read by V8 when a text is first asked for its leaders: most exports never do, and all load this. */
const patternsRead = (): Patterns => (patterns ??= {
  titleName: new RegExp(`${TITLES}(?:、(?:${TITLES}))*(?:${NAME})(?:、${NAME})*(?=[，。；、（）]|$|${VERB})`, 'g'),
  nameTitle: new RegExp(`(?<=^|[，。；、：（]|由|经|得到|获|受|随|陪同|邀请|请|承蒙)(?:(?:市委|省委|县委|区委|州委|市|省|县|区|州)(?=${SURNAME}))?(?!(?:${WORDS}))${SURNAME}(?![委会党政协办组省市县区州人大法检联总社科部室院府厅局的是为在有])[\\u4e00-\\u9fff]{1,2}?(?<![委会党政协办组省市县区州人大法检联总社科部室院府厅局的是为在有各名位])(?:书记|副?(?:市长|省长|县长|区长|州长|主席|主任|部长|秘书长)|检察长|院长|委员|常委|代表)(?=批|率|带|主持|出席|作|亲|深入|多次|同志|听|专|指|强|要|等|领|督|提|撰|反映|在|先后|牵|到|连续|获|被|荣|走|捐|创|扎根|坚持|联系|[，。；])`, 'g'),
  unlisted: new RegExp(`(?:${TITLES})(?!分别|分头|分工|分片|亲自|多次|先后|应邀|专程|共同|集体|带头|高度|全体|全程|牵头|轮流|每人|领衔|定期|联合|一起|同时|直接|深入|积极|会议|成员|主动|每月|按期|依次|现场|当场|和|及|与|均|都|在|等|对|为|要|也|将|曾|并|、|（)(?:[\\u4e00-\\u9fff]{2,4}?|[\\u4e00-\\u9fff]{1,5}·[\\u4e00-\\u9fff]{1,5}?)(?=率队|批示|带队|同志|出席会议|到会指导|主持会议|主持召开|作出批示)`, 'g'),
});

/** An office's things, not a person: 主席会议, 主席团. */
const NOT_A_NAME = /(?:会议|会办|主席团|台账|办公|督办|牵头|以上|时间)$/;

/** Leaders and others of office with their titles, in order. */
export function leaders(text: string): readonly Stretch[] {
  const { titleName, nameTitle, unlisted } = patternsRead();
  const titled = [...text.matchAll(titleName)].filter(([words]) => !NOT_A_NAME.test(words)).map((match): Stretch => ({ from: match.index, to: match.index + match[0].length }));
  const named = [...text.matchAll(nameTitle), ...text.matchAll(unlisted)].map((match): Stretch => ({ from: match.index, to: match.index + match[0].length })).filter(({ from, to }) => titled.every((one) => to <= one.from || from >= one.to));
  return [...titled, ...named].toSorted((a, b) => a.from - b.from);
}

/** Who did something in an office and is not named: whoever holds it now, 批示 and visits were last year's. */
const UNNAMED = /(?:[省市县区州盟旗]委(?:、[省市县区州盟旗]政府)?|[省市县区州盟旗]委[省市县区州盟旗]政府|党委(?:、政府)?|(?<![\u4e00-\u9fff])[省市县区州盟旗])(?:主要(?:领导|负责同志|负责人)|(?:分管|有关)?领导(?:同志)?|(?:副)?书记(?!处|[\u4e00-\u9fff]{2,3}(?:同志|批示|率|出席))|政府主要(?:领导|负责同志))(?:和[^，。；]{0,10})?(?=(?:多次|先后|分别|亲自|高度|专门|专题|均|都|对此|给予|连续[^，。；]{1,4})*(?:作出|批示|签批|肯定|批阅|出席|到会|参加|率|带|领衔|督办|领办|阅批|听取|调研|视察|讲话|指出|强调|看望|主持|点题|圈阅|重视))/g;

/** 市委主要领导批示: offices whose holder did something, without a name, in order. */
export const unnamedLeaders = (text: string): readonly Stretch[] => [...text.matchAll(UNNAMED)].map((match) => ({ from: match.index, to: match.index + match[0].length }));

/** An office that one holds at a time, and who. */
export interface OfficeHolder {
  /** 市委书记, 市长; without the name. */
  readonly office: string;
  /** Without spaces. */
  readonly name: string;
}

const ONE_HOLDS = /(?:委书记|[省市县区州旗盟]长|政协主席|自治区主席|人大(?:常委会)?主任|秘书长|检察长|法院院长)$/;

/** Who is named as holding an office that one holds at a time: 市委书记、市长李明 holds two. */
export function officeHolders(text: string): readonly OfficeHolder[] {
  return leaders(text).flatMap(({ from, to }) => {
    const match = TITLED.exec(text.slice(from, to));
    const [, titles = '', names = ''] = match ?? [];
    const name = names.replaceAll(/[\s\u3000]/g, '');
    // Of several names behind one office no one is its only holder.
    if (match === null || names.includes('、')) return [];
    return titles.split('、').filter((office) => ONE_HOLDS.test(office) && !/副|代/.test(office)).map((office) => ({ office, name }));
  });
}

const TITLED = new RegExp(`^(${TITLES}(?:、${TITLES})*)(${NAME}(?:、${NAME})*)$`);
