// Numbers in digits that are no figure, by what stands around them: calendar, clock and age;
// ordinals, names of roads, rooms, models and hotlines; versions; ways of speaking. Whatever
// number in digits is none of these counts something, whether its measure word is in a list or
// not (3委员, 由62提高到87.5): the default decides what is found in texts nobody has seen.
// In: the words before a number, the number, the words behind it.

/** Behind a measure word: a circle, a service around the clock, the hours after work are names, not figures. In digits and in Han. */
export const NAMED = /^.{0,4}圈|^(?:热度|无理由|值守|值班|服务|自助|开放|热线|不打烊|在线|全天|营业|无休|响应)/;

/** Calendar, clock, age, term, and what a number makes part of a name. */
const KEPT = /^(?:[年月日号时](?!长)|点(?!位|建议|意见|要求|希望|体会)|周年|华诞|寿辰|诞辰|载|周岁|岁|届|代|后(?=[，。；、的委代青人])|级(?!以上法院)|大|[A-Za-z]*G\b|[+＋·×]|强|型|式|维|米线|路(?![\u4e00-\u9fff]{0,4}(?:组|人马|大军|队))|[国省县乡村]道|线(?!索|上|下)|室|师(?!生|资|傅)|号楼|楼|单元|季度|旬|世纪|年代|版|赛季|学年|财年|∶|比\d|对\d|星(?:级|酒店|饭店|社区)?|[甲乙](?:医院|以上)|等(?:奖|功)|节气|生肖|层(?:楼|会议室|办公|大厅))/;
/** 318国道 above; 12345热线, 12309检察服务中心. */
const HOTLINE = /^(?:政务|市民|检察|公共|法律|便民|服务|消防|报警|急救|投诉|举报)*(?:热线|工单|诉求|来电|平台|电话|专线|短号|短信|服务中心|警务|接线|窗口)/;
/** Names that are a number: 世界500强, 985高校, 211工程, 110报警. */
const KNOWN = /^(?:985|211|996|110|119|120|122|114|3060)$/;
/** 3.15, 12.4: days that are known by their figures. */
const DAYS = /^(?:3\.8|3\.12|3\.15|4\.15|4\.23|5\.1|5\.4|5\.12|6\.1|6\.5|6\.26|7\.1|7\.7|8\.1|9\.3|9\.18|10\.1|11\.9|12\.2|12\.4|12\.9|12\.13)$/;
/** 1978, 2035: years without 年. */
const YEAR = /^(?:19|20)\d{2}(?:\.\d{1,2})?$/;
const NUMBERED_BEFORE = /(?:第|附件|附表|附图|专栏|附录|表|编号|代码|邮编|邮政编码|电话|热线|手机|传真|区号|账号|帐号|文号|案号|证号|执行|标准|型号|航班|车次|版本|[A-Za-z]\s?|\d\s?[—–-])$/;
/** Words right before a number without any word behind it that make it a value: 得分89.72，指数升至103.5。 */
const SAID = /(?:达|达到|为|是|至|到|超|超过|突破|破|近|约|逾|得|获|得分|评分|指数|均分|总分|积分|增|降|升|涨|增加|减少|增长|下降|提高|上升|降低|仅|共|共计|合计|计|总计|保持在|稳定在|控制在|排名|排|位列|列|不足|高于|低于|多于|少于|均为|均达|占)$/;
/** Behind it, a value moves to another, or is held against it. */
const MOVES = /^(?:提高|提升|增加|增长|增至|增为|上升|升至|升到|跃升|下降|降至|降到|降为|减少|减至|缩短|缩减|压减|压缩|扩大|扩至|扩展|发展|变为|调整|跃居|跃至|左右|以上|以下|以内|不等|有余|余|之多|[，。；、）])/;

/** Whether a number without a unit or measure word counts all the same. `isOpen`: 余 or a range stands with it. */
export function countsAlone(before: string, digits: string, behind: string, isOpen: boolean): boolean {
  if (NUMBERED_BEFORE.test(before) || (YEAR.test(digits) && !isOpen) || KNOWN.test(digits)) return false;
  if (/[:∶]$/.test(before) && /\d[:∶]$/.test(before)) return false;
  if (/^[:∶]\d/.test(behind)) return false;
  if (/^[，。；、）]|^$/.test(behind)) return SAID.test(before);
  if (!/^[\u4e00-\u9fff]/.test(behind)) return false;
  // 0距离, 零投诉; 1号 and the like are kept above.
  if (Number(digits) === 0) return false;
  if (/^\d\.0$/.test(digits) && !MOVES.test(behind)) return false;
  return true;
}

/** A limit set by rule or law, which is the same each year: 自交办之日起3个月内, 3个月法定时限, 10人以上联名, 三分之二以上常委. */
export function isLimit(before: string, behind: string): boolean {
  if (/(?:之日|当日|次日|起|法定|规定|限期?|限时|应当?在|须在|必须在|要在|需在|务必在|确保在|力争在|不得超过|不超过法定)(?:的)?$/.test(before) && /^(?:个?工作日|个?自然日|个月|天|小时|分钟)(?:之?内|以内|[，。；、]|$)/.test(behind)) return true;
  if (/^(?:个?工作日|个月|天|小时)(?:的)?法定/.test(behind)) return true;
  // 会后分办，3个月内答复委员; what was done in less time than that is a figure (15天内办结).
  if (/^(?:个月|个?工作日|日|天)(?:之?内|以内)(?:书面|全部|一律|必须|作出|予以)*(?:答复|回复|反馈)(?!率)/.test(behind)) return true;
  if (/连续$/.test(before) && /^次(?:无故|未|不|缺席|没有)/.test(behind)) return true;
  return /^(?:名|位|人)?以上(?:的)?(?:[\u4e00-\u9fff]{0,4})?(?:联名|附议|联署|提议)/.test(behind);
}

/** What size makes a thing of its kind: 30户以上自然屯, 亿元以上项目. Behind unit or measure word. */
export const isKind = (behind: string): boolean => /^级|^(?:输变电|变电|高压|线路|电网|跑|越野|健步|健康跑|徒步|马拉松|接力)|^(?:及)?以[上下](?:的)?(?:自然[屯村]|项目|企业|学校|村(?!民)|工业|工程|大户|耕地|规模|集中|水库|单位|建筑|电梯|河流|公路|景区|医院|干部|老人|老年|高龄|产业|园区|基地|乡镇|社区|街道|安置点|商场|住宅|湖泊|流域)/.test(behind);

/** Whether what is behind a number says that it is no figure, a unit or measure word or not. */
export function isKeptBehind(before: string, digits: string, behind: string): boolean {
  if (KEPT.test(behind) || /(?:附件|附表|附图|附录|编号|邮编|电话|传真|热线)$/.test(before)) return true;
  // 专栏1 is its number, 专栏6期 how many there were.
  if (before.endsWith('专栏') && !/^余?[期个篇次场档]/.test(behind)) return true;
  if (/^\d{3,5}$/.test(digits) && HOTLINE.test(behind)) return true;
  if (KNOWN.test(digits) && /^(?:工程|高校|院校|报警|急救|工作制)/.test(behind)) return true;
  if (DAYS.test(digits) && /^[\u4e00-\u9fff]{0,10}?(?:日|节|晚会|事变|运动|期间|前后)/.test(behind) && !/^(?:亿|万|个|元|倍|公|平|%)/.test(behind)) return true;
  if (/^(?:56)$/.test(digits) && behind.startsWith('个民族')) return true;
  if (digits === '14' && /^亿[多余]?(?:中国)?(?:人民|人口|中华儿女)/.test(behind)) return true;
  // 2.0版本; 2.0到3.0.
  if (/^\d\.0$/.test(digits) && /^(?:版|时代|阶段|升级|模式|系统)/.test(behind)) return true;
  // 从0到1; 最后100米.
  if (digits === '0' && /^到1/.test(behind)) return true;
  if (digits === '1' && /0到$/.test(before)) return true;
  if (/最[后先前]$/.test(before) && /^(?:公里|米|厘米|步)/.test(behind)) return true;
  if (/\d[:∶：]$/.test(before) || /^[:∶：]\d/.test(behind)) return true;
  if (/\d对$/.test(before) || (/[楼栋座厦]$/.test(before) && behind.startsWith('层'))) return true;
  return /^(?:天|日)?无理由/.test(behind);
}
