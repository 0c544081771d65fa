// Compatibility characters that PDF copies leave behind (P-20): Kangxi radicals
// (⽂ for 文), compatibility ideographs, and the radicals supplement. The first
// two have Unicode's own mapping; of the supplement Unicode maps two characters
// only, so the simplified forms that a text copy really produces stand here.
// Mere components (⺀ ⺘ ⻌) are no characters of a text and stay as they are.

const SUPPLEMENT = '⺁厂⺄乙⺎兀⺒巳⺓幺⺟母⺠民⺩王⺮竹⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻯竜⻰龙⻳龟';

const supplement = new Map<string, string>();
for (let i = 0; i < SUPPLEMENT.length; i += 2) supplement.set(SUPPLEMENT[i] as string, SUPPLEMENT[i + 1] as string);

/** The Han character that a radical (U+2E80–2FDF) or compatibility ideograph (U+F900–FAFF) stands for; null where it stands for none. */
export function radicalToHan(char: string): string | null {
  const mapped = supplement.get(char);
  if (mapped !== undefined) return mapped;
  const plain = char.normalize('NFKC');
  return plain === char ? null : plain;
}
