// The texts that are timed: a report as a list of paragraphs, and longer ones made of it by seed in
// which no paragraph stands twice. Head and close stay; the parts follow one another with their
// numbers running on, each copy's sentences dealt anew among its paragraphs and their figures changed,
// so that nothing that remembers a paragraph can profit. The words stay the report's own, so that
// characters, marks and figures are as frequent as in the real thing.
const PART = /^([一二三四五六七八九十百]+)、/;
const LABEL = /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十]+[）)])/;
const SENTENCE = /[^。！？]+[。！？]?[”）]*/gu;

/** The paragraphs of a raw text: its lines without blank ones and outer spaces. */
export function paragraphsOf(text) {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ''))
    .filter((line) => line !== '');
}

/** The same report `times` as long; at 1 it is the report itself. Throws where it has no part 一、. */
export function multiply(paragraphs, times, seed = 20261125) {
  if (times === 1) return paragraphs;
  const first = paragraphs.findIndex((one) => PART.test(one));
  if (first < 0) throw new RangeError('the report has no part that begins with 一、');
  const body = paragraphs.slice(first, -1);
  const stock = body.filter((one) => !isPartTitle(one)).flatMap((one) => sentencesOf(one).sentences);
  const random = randomFrom(seed);
  const seen = new Set();
  const longer = [];
  let part = 0;
  for (let copy = 0; copy < times; copy += 1) {
    const deck = shuffle(stock, random);
    let next = 0;
    for (const paragraph of body) {
      if (isPartTitle(paragraph)) {
        part += 1;
        longer.push(paragraph.replace(PART, `${hanNumeral(part)}、`));
        continue;
      }
      const { label, sentences } = sentencesOf(paragraph);
      let made;
      do {
        made = label + sentences.map(() => changeFigures(deck[(next += 1) % deck.length], random)).join('');
      } while (seen.has(made));
      seen.add(made);
      longer.push(made);
    }
  }
  return [...paragraphs.slice(0, first), ...longer, ...paragraphs.slice(-1)];
}

/** The same report as multiply makes it, cut off at the end of the paragraph that reaches so many characters. */
export function atLength(paragraphs, characters, seed) {
  const longer = multiply(paragraphs, Math.ceil((2 * characters) / paragraphs.join('').length), seed);
  let length = 0;
  const end = longer.findIndex((one) => (length += one.length) >= characters);
  return longer.slice(0, end + 1);
}

/** A part's title: a short line with 一、 that is no sentence. */
export function isPartTitle(paragraph) {
  return PART.test(paragraph) && paragraph.length < 30 && !paragraph.endsWith('。');
}

function sentencesOf(paragraph) {
  const label = paragraph.match(LABEL)?.[0] ?? '';
  return { label, sentences: paragraph.slice(label.length).match(SENTENCE) ?? [] };
}

/**
 * New figures for numbers of up to three digits; years, dates and decimals stay, and so do the figures of a sentence with a
 * total and its parts: a report adds up, and one that does not is warned about at every second sentence, which is another task than the one timed.
 */
function changeFigures(sentence, random) {
  if (/其中|\d[^。]*：[^。]*\d/u.test(sentence)) return sentence;
  return sentence.replace(/(?<![\d.])\d{1,3}(?![\d.年月日])/gu, () => String(1 + random(980)));
}

function shuffle(list, random) {
  const deck = [...list];
  for (let i = deck.length - 1; i > 0; i -= 1) {
    const other = random(i + 1);
    [deck[i], deck[other]] = [deck[other], deck[i]];
  }
  return deck;
}

/** 1–999 in Han numerals: 十二, 一百零三. */
function hanNumeral(number) {
  const digit = (n) => '零一二三四五六七八九'[n];
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const head = hundreds > 0 ? `${digit(hundreds)}百` : '';
  if (tens === 0) return head + (ones === 0 ? '' : (hundreds > 0 ? '零' : '') + digit(ones));
  return `${head}${tens === 1 && hundreds === 0 ? '' : digit(tens)}十${ones === 0 ? '' : digit(ones)}`;
}

/** A small generator of whole numbers below n (mulberry32), the same for a seed on every machine. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
