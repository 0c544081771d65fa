// The only place where lengths become pt (1/72 in). Everything in core, the
// display list and the PDF is a plain number in pt; anything else carries its
// unit in its name (widthMm, advanceEm, scalePx).

/** Millimetres to pt. */
export function mm(value: number): number {
  return (value * 72) / 25.4;
}

/** Centimetres to pt. */
export function cm(value: number): number {
  return mm(value * 10);
}

/** pt to millimetres, for messages and the window. */
export function toMm(pt: number): number {
  return (pt * 25.4) / 72;
}

/** Word's 号数 in pt (TYPESETTING 1.6). Founder's table differs: a profile's own business. */
const ZIHAO: Readonly<Record<string, number>> = {
  初号: 42, 小初: 36, 一号: 26, 小一: 24, 二号: 22, 小二: 18, 三号: 16, 小三: 15,
  四号: 14, 小四: 12, 五号: 10.5, 小五: 9, 六号: 7.5, 小六: 6.5, 七号: 5.5, 八号: 5,
};

/**
 * A size by its Chinese name, in pt: `zihao('五号')` is 10.5.
 * @throws RangeError for a name that is not in Word's table.
 */
export function zihao(name: string): number {
  const size = ZIHAO[name];
  if (size === undefined) throw new RangeError(`unknown size name: ${name}`);
  return size;
}
