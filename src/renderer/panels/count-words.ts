// 字数 as Word counts it (W17): each Han character and each full-width mark is
// one, a run of Latin letters and digits is one, blanks are none. Counted once a
// node and remembered by its identity, so that a keystroke counts one paragraph.
import type { Node } from 'prosemirror-model';

/** Number of words in Word's sense. */
export function countWords(text: string): number {
  let count = 0;
  let inRun = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // The second half of a character outside the BMP belongs to the first.
    if (code >= 0xdc00 && code < 0xe000) continue;
    if (code <= 0x20 || code === 0x3000 || code === 0xa0 || code === 0xfffc) inRun = false;
    else if (code < 0x2e80 && !isWideMark(code)) {
      if (!inRun) count++;
      inRun = true;
    } else {
      count++;
      inRun = false;
    }
  }
  return count;
}

/** Marks that a Chinese text sets full width though they stand among the Latin ones: — ‘ ’ “ ” … · */
function isWideMark(code: number): boolean {
  return code === 0x2014 || code === 0x2018 || code === 0x2019 || code === 0x201c || code === 0x201d || code === 0x2026 || code === 0xb7;
}

const counted = new WeakMap<Node, number>();

/** 字数 of a top-level block; an inline atom counts one. */
export function countBlock(block: Node): number {
  let count = counted.get(block);
  if (count === undefined) {
    count = countWords(block.textBetween(0, block.content.size, '\n', (leaf) => (leaf.type.name === 'hard_break' ? '' : '数')));
    counted.set(block, count);
  }
  return count;
}

export function countDoc(doc: Node): number {
  let sum = 0;
  doc.forEach((block) => {
    sum += countBlock(block);
  });
  return sum;
}
