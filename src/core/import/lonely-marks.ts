// Marks that come in pairs and have lost their other half (P-01), within one
// paragraph: a sentence in quotes may run over several of them only by mistake.

const PAIRS = ['“”', '‘’', '（）', '《》', '〈〉', '【】', '〔〕'] as const;

export interface LonelyMark {
  /** UTF-16 offset. */
  readonly at: number;
  readonly mark: string;
  /** The half that is not there. */
  readonly missing: string;
  /** The mark opens, so the missing half closes. */
  readonly opens: boolean;
}

const ITEM_NUMBER = /(?:^|[。；，：])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2})$/;

/** Openers without closers, then closers without openers, pair by pair. */
export function lonelyMarks(text: string): LonelyMark[] {
  const found: LonelyMark[] = [];
  for (const pair of PAIRS) {
    const [open, close] = pair as unknown as readonly [string, string];
    if (!text.includes(open) && !text.includes(close)) continue;
    const waiting: number[] = [];
    const lonely: number[] = [];
    for (let i = 0; i < text.length; i += 1) {
      if (text[i] === open) waiting.push(i);
      // 1）强化学习；2）深入调研: an item's number needs no opener.
      else if (text[i] === close && waiting.pop() === undefined && !(close === '）' && ITEM_NUMBER.test(text.slice(Math.max(0, i - 4), i)))) lonely.push(i);
    }
    for (const at of waiting) found.push({ at, mark: open, missing: close, opens: true });
    for (const at of lonely) found.push({ at, mark: close, missing: open, opens: false });
  }
  return found;
}
