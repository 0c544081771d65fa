// Whom a letter, an answer or a proposal to a government is for, on a line under its title:
// 市人民政府：, 各县（市、区）政协，市直各单位：. It stands flush left as a salutation does.
const BODY = /(?:机构|团体|组织|企业|高校|学院|大学|医院|部队|协会|联合会|专委会|党委|党工委|团委|妇联|科协|委员会|常委会|人民政府|政府|政协|人大|法院|检察院|[局厅委办部院会]|办公室|办公厅|工商联|总工会|支部|总支|单位|部门|党组|集团|公司|学校|街道办事处|办事处|乡镇)$/;
/** What stands in such a line behind others alone: kinds of bodies in one character each, and people. */
const BEHIND = /^[委办局厅院校]$|(?:委员|代表)$/;
const LONGEST = 80;

/** Is the line, without blanks, bodies that a text is addressed to, with a colon behind them? */
export function isAddressee(compact: string): boolean {
  if (compact.length > LONGEST || compact.length < 4 || !/[：:]$/.test(compact)) return false;
  const bodies = compact.slice(0, -1).replace(/（[^（）]{1,12}）/g, '').split(/[、，和及]/);
  return bodies.every((body, i) => body.length <= 24 && ((body.length >= 2 && BODY.test(body)) || (i > 0 && BEHIND.test(body))) && !/[。；“”《》\d]|意见|建议|问题|以下|如下|认为|指出|部分$|全部$|机会$|社会$/.test(body));
}
