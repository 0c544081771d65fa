// Plain text from the clipboard (a PDF, a text editor) as paragraphs: a line each,
// of which pasted-blocks.ts joins those that surely go on. Form feeds are the ends
// of a PDF's pages.
import type { Pasted, PastedPara } from './pasted-para';

export function plainLines(text: string): Pasted {
  const paras: PastedPara[] = [];
  let blanks = 0;
  for (const line of text.split(/\r\n?|\n|\f|\u2028|\u2029/)) {
    const bare = line.trim();
    if (bare === '') {
      blanks += 1;
      continue;
    }
    paras.push({
      kind: 'para', runs: [{ text: bare, face: null, strong: false, raised: false }], level: null, list: null, align: null,
      soft: paras.length > 0, indented: /^(?:\u3000|\t|\s{2})/.test(line), blanksBefore: paras.length === 0 ? 0 : blanks,
    });
    blanks = 0;
  }
  return { paras, pictures: 0, comments: 0, deletions: 0 };
}
