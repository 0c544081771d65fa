// Sentences that no paper leaves out of a political text, however short its column is: who
// leads and by what (党中央, the formula, the Party committee of the place), and the call that
// closes it. In: a sentence, or a paragraph. Out: whether it stays. By words alone: where they
// stand a sentence is kept, even if it might have gone; an editor may still leave it out by hand.

const LEADERS = /习近平|总书记|党中央|中央(?!区|商务|公园|厨房|空调)|中共|中国共产党|党的(?:全面)?(?:领导|二十|十[一二三四五六七八九]|创新理论|路线|方针|政策|建设|主张|使命|宗旨)|坚强领导|领导下|重要(?:讲话|指示|批示|论述)|[一二三四五六七八九]中全会|全会精神/u;
/** 市委, 省委…; no 市委员会, no 全市委员, no 区委室. */
const COMMITTEE = /(?:[省市县区州盟旗]|自治区)委(?!员|室|办公厅|办公室|会)|党委/u;
const FORMULA = /两个确立|两个维护|四个意识|四个自信|新时代中国特色社会主义|马克思列宁主义|毛泽东思想|邓小平理论|三个代表|科学发展观|高举.{0,20}旗帜|中国式现代化|中华民族伟大复兴/u;
const CALL = /^(?:各位委员|各位代表|同志们|朋友们|委员们)[，、！：]|让我们|谢谢大家|(?:^|[。！])(?:预祝|祝愿|祝福|祝贺|衷心祝|祝)|致以.{0,20}(?:敬意|感谢|祝愿|问候)|表示.{0,12}(?:感谢|敬意|祝贺)|圆满成功/u;

/** Nobody leaves it out. */
export function isKept(sentence: string): boolean {
  return LEADERS.test(sentence) || COMMITTEE.test(sentence) || FORMULA.test(sentence) || CALL.test(sentence) || sentence.trimEnd().endsWith('！');
}

/** A paragraph with the call that closes a text: it and what is behind it stay. */
export function isClosingCall(paragraph: string): boolean {
  return /让我们|^(?:各位委员|各位代表|同志们)[，、！：]|谢谢大家|圆满成功！|^(?:最后，)?(?:预祝|祝)/u.test(paragraph);
}
