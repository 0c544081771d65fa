// The letters that a Chinese character's pinyin begins with, for finding commands
// by initials (W4: bc is 保存). No table of characters: the browser's collation by
// pinyin says between which boundary characters one stands. It knows one reading a
// character; the other readings that titles use are listed, and a test holds all
// titles against a dictionary (pinyin-pro, in tests alone).

/** The first character of each initial in the order of pinyin. */
const FIRST: readonly (readonly [string, string])[] = [
  ['阿', 'a'], ['八', 'b'], ['嚓', 'c'], ['哒', 'd'], ['妸', 'e'], ['发', 'f'], ['旮', 'g'], ['哈', 'h'], ['讥', 'j'], ['咔', 'k'], ['垃', 'l'], ['妈', 'm'],
  ['拿', 'n'], ['喔', 'o'], ['妑', 'p'], ['七', 'q'], ['呥', 'r'], ['仨', 's'], ['它', 't'], ['穵', 'w'], ['夕', 'x'], ['丫', 'y'], ['帀', 'z'],
];

/** Second readings that begin with another letter, of characters that menus use. */
const OTHERS: Readonly<Record<string, string>> = {
  校: 'j', 粘: 'n', 重: 'c', 长: 'c', 调: 't', 行: 'h', 降: 'x', 传: 'z', 会: 'k', 参: 's', 给: 'j', 率: 's', 系: 'j', 曾: 'z', 藏: 'z', 便: 'p', 折: 's', 省: 'x', 弹: 't',
};

const HAN = /\p{Script=Han}/u;
const collator = new Intl.Collator('zh-CN-u-co-pinyin');
const known = new Map<string, string>();

/** Letters that a character answers to: a Han character's initials, any other itself in small. */
export function initialsOf(char: string): string {
  let letters = known.get(char);
  if (letters === undefined) {
    letters = HAN.test(char) ? (FIRST.findLast(([first]) => collator.compare(first, char) <= 0)?.[1] ?? '') + (OTHERS[char] ?? '') : char.toLowerCase();
    known.set(char, letters);
  }
  return letters;
}
