// A footnote or endnote → a note anchor of ours: the term that it explains and its
// text (名词解释). The note says its term itself (数字政府：是指…), or the words before
// the anchor do: what stands in quotation marks, else the clause. 
import type { NoteAttrs } from '../../core/model/schema';

/** A term is not longer than this, characters. */
const LONGEST_TERM = 30;
const LONGEST_CLAUSE = 16;

const QUOTED = /[“《]([^“”《》]{1,30})[”》]$/;

/** `before`: the text of the paragraph up to the anchor. */
export function noteOf(before: string, note: string): NoteAttrs {
  const text = note.trim();
  const colon = /^[“"]?([^：:。，；“”"]{1,30})[”"]?[：:]\s*/.exec(text);
  if (colon !== null && before.includes(colon[1]!.trim())) return { term: colon[1]!.trim(), text: text.slice(colon[0].length) };
  const quoted = QUOTED.exec(before);
  if (quoted !== null) return { term: quoted[0].startsWith('《') ? quoted[0] : quoted[1]!, text };
  // A note that begins with words that stand right before its anchor explains them.
  for (let length = Math.min(LONGEST_TERM, before.length); length >= 2; length -= 1) if (text.startsWith(before.slice(-length))) return { term: before.slice(-length), text };
  const opening = /^[“"]([^”"]{1,30})[”"]/.exec(text);
  if (opening !== null && before.includes(opening[1]!)) return { term: opening[1]!, text };
  const clause = before.split(/[。，；：、！？（）“”《》]/).at(-1)!.trim();
  return { term: clause === '' ? before.slice(-LONGEST_CLAUSE).trim() || '注' : clause.slice(-LONGEST_CLAUSE), text };
}
