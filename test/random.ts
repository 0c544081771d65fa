// Random numbers and texts for property tests, from a seed, so that a failure
// comes again on every machine.

/** Small generator (mulberry32): `roll(n)` is a whole number from 0 to n − 1. */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const HAN = '政协委员会议报告工作年度建言资政凝聚共识履职尽责民生改善城市更新全面推进高质量发展的一是了在和与';
const PHRASES = ['“协商”', '《条例》', '（草案）', '2025年', '110件', '38.5%', '“1+4+6+N”', '第3次'];

/** Prose of about `length` characters with the marks of a report; ends with 。 */
export function prose(roll: (below: number) => number, length: number): string {
  let text = '';
  while (text.length < length) {
    const clause = 2 + roll(14);
    for (let i = 0; i < clause; i++) text += HAN[roll(HAN.length)]!;
    if (roll(4) === 0) text += PHRASES[roll(PHRASES.length)]!;
    text += ['，', '，', '，', '、', '；', '。', '。', '！'][roll(8)]!;
  }
  return `${text.slice(0, -1)}。`;
}
