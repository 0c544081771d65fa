// Pasted text between its source (HTML of another program, plain text) and the
// article: paragraphs as they stood, with what their source said of them. Made by
// foreign-html.ts and plain-lines.ts, read by pasted-blocks.ts.

export interface PastedRun {
  /** A line feed is a line break inside a cell. */
  readonly text: string;
  readonly face: 'kai' | 'hei' | null;
  readonly strong: boolean;
  readonly raised: boolean;
}

export interface PastedPara {
  readonly kind: 'para';
  readonly runs: readonly PastedRun[];
  /** Outline level that a style gives it (1 the highest), or null. */
  readonly level: number | null;
  /** Its number in a list, as the source showed it (一、 2. a.), or null; it is not in the runs. */
  readonly list: string | null;
  readonly align: 'center' | 'right' | null;
  /** A line break parts it from the one before, not the end of a paragraph. */
  readonly soft: boolean;
  readonly indented: boolean;
  readonly blanksBefore: number;
}

export interface PastedTable {
  readonly kind: 'table';
  /** Runs of each cell, by rows. */
  readonly rows: readonly (readonly (readonly PastedRun[])[])[];
}

export interface Pasted {
  readonly paras: readonly (PastedPara | PastedTable)[];
  /** What did not come along. */
  readonly pictures: number;
  readonly comments: number;
  readonly deletions: number;
}

export function textOf(runs: readonly PastedRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/** Runs of the characters from `from` to `to`. */
export function sliceRuns(runs: readonly PastedRun[], from: number, to: number): readonly PastedRun[] {
  const out: PastedRun[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') out.push({ ...run, text });
    at += run.text.length;
  }
  return out;
}
