// The written cases: texts in test/fixtures/import, each line with its truth
// before it, read into cases.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ArticleKind } from '../../src/core/model/package';
import { EMPTY_HEAD, type Case, type TrueArticle, type TrueCut, type TrueHead, type TrueHeading } from './case';

/** The repository's root: these files run from test/ and, bundled, from out/. */
function root(): string {
  let folder = import.meta.dirname;
  while (!readdirSync(folder).includes('package.json')) folder = path.dirname(folder);
  return folder;
}

interface Open {
  readonly kind: ArticleKind;
  readonly head: Record<string, string>;
  readonly lines: number[];
  readonly headings: TrueHeading[];
}

const ENDS: Readonly<Record<string, string>> = { lf: '\n', crlf: '\r\n', cr: '\r' };

/**
 * Reads one file: `@ a report` opens an article whose head follows as `name: value`; `ends: crlf` sets the line ends;
 * behind `---` each line is `tag|text`. Tags: `a` a line of article a; `a h2 一` with the heading in ⟦⟧ (its
 * spaces do not count); `a +` goes on
 * from a's line before, which the marks show; `a ?` likewise, but they do not; `~` noise; empty: a blank line.
 * @throws RangeError for a tag of no article.
 */
function readCase(name: string, file: string): Case {
  const articles = new Map<string, Open>();
  const cuts: TrueCut[] = [];
  const noise: number[] = [];
  const lines: string[] = [];
  let ends = '\n';
  let last: Open | null = null;
  let inText = false;
  for (const line of file.replace(/\n$/, '').split('\n')) {
    if (!inText) {
      const opens = /^@ (\w+) (\w+)$/.exec(line);
      const field = /^(\w+): (.*)$/.exec(line);
      if (line === '---') inText = true;
      else if (opens !== null) {
        last = { kind: opens[2] as ArticleKind, head: {}, lines: [], headings: [] };
        articles.set(opens[1] as string, last);
      } else if (field?.[1] === 'ends') ends = ENDS[field[2] as string] ?? '\n';
      else if (field !== null && last !== null) last.head[field[1] as string] = field[2] as string;
      continue;
    }
    const at = line.indexOf('|');
    const [owner = '', mark = '', number] = (at < 0 ? '' : line.slice(0, at)).trim().split(/\s+/);
    const text = at < 0 ? line : line.slice(at + 1);
    lines.push(text.replace(/[⟦⟧]/g, ''));
    if (owner === '') continue;
    if (owner === '~') {
      noise.push(lines.length);
      continue;
    }
    const article = articles.get(owner);
    if (article === undefined) throw new RangeError(`${name}: line ${lines.length}: no article ${owner}`);
    if (mark === '+' || mark === '?') cuts.push({ before: article.lines.at(-1) ?? 0, after: lines.length, shown: mark === '+' });
    if (/^h\d$/.test(mark)) {
      const words = /⟦([^⟧]*)⟧(.*)$/.exec(text);
      article.headings.push({ level: Number(mark[1]), number: number ?? null, text: (words?.[1] ?? '').replace(/\s/g, ''), runIn: (words?.[2] ?? '').replace(/^。/, '').trim() !== '', line: lines.length });
    }
    article.lines.push(lines.length);
  }
  return { name, text: lines.join(ends), articles: [...articles.values()].map(trueArticle), cuts, noise };
}

function trueArticle({ kind, head, lines, headings }: Open): TrueArticle {
  const values = Object.fromEntries(Object.keys(EMPTY_HEAD).map((field) => [field, head[field] ?? null])) as unknown as TrueHead;
  return { kind, ...values, lines, headings };
}

/** All written cases, by file name. */
export function writtenCases(): Case[] {
  const folder = path.join(root(), 'test/fixtures/import');
  return readdirSync(folder).filter((file) => file.endsWith('.txt')).sort().map((file) => readCase(file.slice(0, -4), readFileSync(path.join(folder, file), 'utf8')));
}
