// What stands at the head of a paper, over the name of the document, and is no part of it:
// 附件1, 秘密★1年, 会议文件（二）, 云协发〔2025〕3号, 内部资料. Printed over the title as it is
// (what a paper may say of its secrecy is never left out), never read as the title. Texts
// without blanks. Whether a name follows at all is the caller's to know.

/** 云岭市第七届人民代表大会第五次会议文件（二）, 会议材料之五. */
const MEETING_PAPER = /(?:会议|大会|全会|常委会)(?:书面)?(?:发言|交流|学习|参阅|审议|汇报)?(?:文件|材料)(?:汇编)?(?:[（(〔].{1,8}[）)〕]|[之第]?[一二三四五六七八九十\d]{1,3}号?)?[】\]]?$/;
/** 云协发〔2025〕3号. */
const DOCUMENT_NUMBER = /^[\u4e00-\u9fff]{2,12}[〔\[（]\d{4}[〕\]）]\d{1,4}号$/;
const SECRET = /^[（(【\[★☆]?(?:绝密|机密|秘密)(?:[★☆*].{0,8})?[）)】\]]?$|^(?:特急|特提|加急|平急|急件)$/;
const INTERNAL = /^[（(【\[]?内部(?:资料|材料|文件|参考|刊物)(?:[，、,·！!]?(?:请?(?:注意|妥善)保[存管密]|(?:请勿|严禁|不得)(?:外传|外泄|传播)))?[）)】\]]?$/;
const ANNEX = /^[（(【\[]?附(?:件|录)[一二三四五六七八九十\d]{1,3}(?:[-—.]\d{1,2})?[：:]?[）)】\]]?$/;
const ANNEX_ALONE = /^[（(【\[]?附(?:件|录)[：:]?[）)】\]]?$/;
const PAPER = /^[（(【\[]?(?:审议|汇报|参阅|学习|交流|发言|送审)?(?:文件|材料)(?:之?[一二三四五六七八九十\d]{1,3}|[（(〔][一二三四五六七八九十\d]{1,3}[）)〕])[）)】\]]?$/;
const NUMBERED = /^(?:编号|份号|文件编号|№|No\.?)[：:]?[A-Z]?\d{1,6}$/i;
/** [关于召开政协的决议], 【会议文件】: a line in square brackets is somebody's word on what follows. */
const BRACKETED = /^[【\[［][^【】\[\]]{2,24}[】\]］]$/;
/** 市政协常委会报告工作（全文） over the report's own name is a site's headline. */
const WHOLE_TEXT = /[（(【\[](?:全文|实录|文字实录)[）)】\]]$/;

/** Words that a paper has over its name and nothing else has: a line of them opens what follows. */
export function isPaperMark(compact: string): boolean {
  return compact.length <= 24 && (SECRET.test(compact) || INTERNAL.test(compact) || ANNEX.test(compact) || PAPER.test(compact));
}

/** A paper's number, where a mark of it stands over or under it. */
export function isPaperNumber(compact: string): boolean {
  return compact.length <= 12 && NUMBERED.test(compact);
}

/** Is the line, right over a document's name, no part of it? */
export function isAboveName(compact: string): boolean {
  return MEETING_PAPER.test(compact) || DOCUMENT_NUMBER.test(compact) || isPaperMark(compact) || isPaperNumber(compact) || ANNEX_ALONE.test(compact) || WHOLE_TEXT.test(compact) || BRACKETED.test(compact);
}
