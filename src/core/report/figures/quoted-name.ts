// What a figure counts, by a name that two articles share though one says 收到提案 and the other
// 提交提案. In: the sentence before the number, and its unit and measure word. Out: the name,
// or null where nothing surely names it. Only words that mean one thing in reports of a
// committee or congress are made equal: 办结 is no 收到, and a rate is named with what it is of.

/** Fewer letters before a number name nothing. */
const NAME = 4;

/** Said of what is counted once for the whole body, whichever the verb. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/(?:收到|提交|提出|征集)(?:委员|政协|各类)?提案$/, '收到提案'],
  [/(?:收到|提交|提出)(?:代表)?(?:建议|议案建议|建议、批评和意见)$/, '收到建议'],
  [/(?:审查立案|予以立案|立案提案|提案立案|审查后立案|立案)$/, '立案'],
  [/(?:编报|编发|报送|上报|反映|编印)(?:社情民意信息|社情民意|信息)$/, '编报社情民意信息'],
  [/(?:召开|举行|举办|组织召开)(?:了)?((?:[\u4e00-\u9fff]{0,4})?(?:全体会议|常委会会议|常委会议|主席会议|主任会议|协商座谈会|专题协商会|专题议政性常委会会议))$/, '召开$1'],
  [/(?:听取和审议|听取审议|审议)(?:[\u4e00-\u9fff“”]{0,12})(专项工作报告)$/, '听取审议$1'],
];

const RATE = /([\u4e00-\u9fff]{2}率)(?:均|都)?(?:达到?|为|是|保持在|稳定在)?$/;
const RATED = /提案|建议|信息|议案|信访|案件/g;
/** A growth, or another year's. */
const GROWN = /(?:由|从|比|较|提高|增长|增加|下降|上升|降低|去年|上年)[^，。；、]{0,8}$/;

const NOT_A_NAME = /^(?:组织|邀请|安排|动员|协调|带领)?(?:各级|全体|广大|政协)?(?:委员|代表|干部|群众|党员|企业|单位)$/;

/** What is counted once for the whole body, by one name whichever verb the clause before the number has; null: something else. */
export function sameName(clause: string): string | null {
  for (const [said, name] of SAME) {
    const match = said.exec(clause);
    if (match !== null) return name.replace('$1', match[1] ?? '').replace('常委会议', '常委会会议');
  }
  return null;
}

/** What a number counts that stands before it: 205件提案, 356条社情民意信息. */
const NOUN_BEHIND = /^(?:委员|政协|各类)?(?:提案|社情民意信息|社情民意|专项工作报告)/;

/** The name of what a number counts, `behind` its measure word; null: none that two articles could share. */
export function quotedName(before: string, word: string, behind = ''): string | null {
  const noun = NOUN_BEHIND.exec(behind)?.[0];
  const counted = noun === undefined ? null : sameName(`${(/([\u4e00-\u9fff“”]+)$/.exec(before)?.[1] ?? '').replace(/[了的]$/, '')}${noun}`);
  if (counted !== null) return counted;
  if (word === '%' || word === '％') {
    const rate = RATE.exec(before)?.[1];
    const of = [...before.matchAll(RATED)].at(-1)?.[0];
    return rate === undefined || of === undefined || GROWN.test(before) ? null : `${of}${rate}`;
  }
  const clause = /([\u4e00-\u9fff“”]+)$/.exec(before)?.[1] ?? '';
  const same = sameName(clause);
  if (same !== null) return same;
  const name = clause.replace(/^(?:一年来|过去一年|全年|年内|先后|共计?|累计|经)+/, '').replace(/(?:总数)?(?:共计?|达到?|[已现共]有|已达)+$/, '').replace(/^(?:共|经|[建设]有)/, '');
  return name.length < NAME || NOT_A_NAME.test(name) ? null : name;
}
