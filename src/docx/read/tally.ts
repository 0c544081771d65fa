// What reading a Word file has to say: what was found and by which evidence, what
// was not taken into the text and where it stood, the tracked changes. One record
// for the whole file, filled as its parts are read; texts that follow each other in
// one place are one entry. Nothing is dropped without an entry here: that is the
// law of test/docx-text-law.

/** How tracked changes are taken: the text with all of them accepted, or as it was before them. */
export type RevisionChoice = 'accepted' | 'original';

export interface Found {
  /** 自动编号, 批注, 表格… */
  readonly what: string;
  /** By what it was known, in Chinese. */
  readonly evidence: string;
  readonly count: number;
}

export interface NotTaken {
  /** 页眉, 隐藏文字, 目录… */
  readonly what: string;
  /** 第 12 段, 首页页眉… */
  readonly where: string;
  readonly text: string;
}

export interface Revisions {
  readonly choice: RevisionChoice;
  readonly insertions: number;
  readonly deletions: number;
  readonly moves: number;
  readonly formatting: number;
  readonly authors: readonly string[];
}

export class Tally {
  private readonly counts = new Map<string, { what: string; evidence: string; count: number }>();
  private readonly left: NotTaken[] = [];
  private readonly revised = { insertions: 0, deletions: 0, moves: 0, formatting: 0 };
  private readonly authors = new Set<string>();

  found(what: string, evidence: string, count = 1): void {
    const key = `${what}\n${evidence}`;
    const entry = this.counts.get(key);
    if (entry === undefined) this.counts.set(key, { what, evidence, count });
    else entry.count += count;
  }

  /** Text (or a thing without text) that the articles do not hold. */
  notTaken(what: string, where: string, text: string): void {
    const last = this.left.at(-1);
    if (last !== undefined && text !== '' && last.text !== '' && last.what === what && last.where === where) this.left[this.left.length - 1] = { what, where, text: last.text + text };
    else this.left.push({ what, where, text });
  }

  revision(kind: keyof Tally['revised'], author: string | undefined): void {
    this.revised[kind] += 1;
    if (author !== undefined && author !== '') this.authors.add(author);
  }

  get findings(): readonly Found[] {
    return [...this.counts.values()];
  }

  get leftOut(): readonly NotTaken[] {
    return this.left;
  }

  revisions(choice: RevisionChoice): Revisions {
    return { choice, ...this.revised, authors: [...this.authors] };
  }
}
