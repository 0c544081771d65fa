// Three times a class of one part of the window has spoilt another part that used the
// same word (the writing sheet under a saving view, rows of a form, a bar): what a
// part's own sheet says of a bare class, no other sheet may use.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** The vocabulary that all parts share. */
const SHARED = new Set(['tokens.css', 'window.css', 'dialog.css', 'pages.css', 'writing.css']);

const sheets = new Map(
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.css'))
    .map((name) => [name, selectorsOf(readFileSync(path.join(import.meta.dirname, name), 'utf8'))]),
);

function selectorsOf(css: string): readonly string[] {
  return [...css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}@]+)\{/g)].flatMap(([, list]) => (list ?? '').split(',').map((selector) => selector.trim()));
}

describe('style sheets of the window', () => {
  it('reads them all', () => {
    expect(sheets.size).toBeGreaterThan(10);
    expect(sheets.get('tokens.css')).toContain('.button');
  });

  it('a class that one part styles bare is no other part’s word', () => {
    const taken: string[] = [];
    for (const [sheet, selectors] of sheets) {
      if (SHARED.has(sheet)) continue;
      for (const selector of selectors) {
        const name = /^\.([\w-]+)$/.exec(selector)?.[1];
        if (name === undefined) continue;
        const uses = new RegExp(String.raw`\.${name}(?![\w-])`);
        for (const [other, others] of sheets) if (other !== sheet && others.some((one) => uses.test(one))) taken.push(`.${name}: ${sheet}, ${other}`);
      }
    }
    expect(taken).toEqual([]);
  });
});
