// The law of Word in: every text node of a file is in the package or in the list of
// what was not taken, and nothing comes in twice. The file is read here in another
// way than the reader does: by a regular expression over its raw XML. Numbers that
// lists make, and signs of symbol fonts, are the only characters that may be added.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { restoreText } from '../../core/import/index';
import { numberHeadings } from '../../core/model/numbering';
import { renderField } from '../../core/model/fields';
import { importDocx, type ImportedWord } from './import-docx';
import type { RevisionChoice } from './tally';

const FOLDER = path.resolve(import.meta.dirname, '../../../test/fixtures/docx');
const FILES = readdirSync(FOLDER).filter((name) => name.startsWith('in-') && name.endsWith('.docx'));

/** Text nodes of the parts, copies for old programs (mc:Fallback) left out. */
function textNodes(bytes: Uint8Array): { readonly main: string[]; readonly notes: string[] } {
  const parts = unzipSync(bytes);
  const main: string[] = [];
  const notes: string[] = [];
  for (const [name, data] of Object.entries(parts)) {
    if (!/^word\/(?:document|comments|header\d*|footer\d*|footnotes|endnotes|diagrams\/data\d*|glossary\/document)\.xml$/.test(name)) continue;
    const xml = strFromU8(data).replace(/<mc:Fallback>[^]*?<\/mc:Fallback>/g, '');
    const texts = (part: string): string[] => [...part.matchAll(/<(?:w|m|a):(?:t|delText)(?:\s[^>]*)?>([^<]*)<\//g)].map((match) => unescape(match[1] ?? ''));
    if (/notes\.xml$/.test(name)) for (const note of xml.matchAll(/<w:(?:foot|end)note [^>]*>([^]*?)<\/w:(?:foot|end)note>/g)) notes.push(texts(note[1] ?? '').join(''));
    else main.push(...texts(xml));
  }
  return { main, notes: notes.filter((note) => note.trim() !== '') };
}

const unescape = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');

type Counts = Map<string, number>;

function count(counts: Counts, text: string, by = 1): void {
  for (const sign of text) if (!/\s/.test(sign)) counts.set(sign, (counts.get(sign) ?? 0) + by);
}

/** All that the package prints, and what the report lists. */
function kept({ pkg, report, recognition }: ImportedWord): Counts {
  const counts: Counts = new Map();
  const add = (node: Node): void => {
    node.descendants((child) => {
      if (child.isText) count(counts, child.text ?? '');
      else if (child.type.name === 'field') count(counts, renderField(String(child.attrs['path']), String(child.attrs['form']), pkg.meeting) ?? '');
    });
  };
  for (const { label, fields, doc } of pkg.articles) {
    if (label !== null) count(counts, label);
    for (const field of Object.values(fields)) if (field !== null) add(field);
    for (const number of numberHeadings(doc)) count(counts, number ?? '');
    add(doc);
  }
  for (const { entries } of pkg.comments) for (const { text } of entries) count(counts, text);
  for (const { what, text } of report.notTaken) if (!/^(?:脚注|尾注)（/.test(what)) count(counts, what.startsWith('批注（') ? text.slice(text.indexOf('：') + 1) : text);
  // Listed changes of the recogniser, undone.
  for (const { from, to } of recognition.changes) {
    count(counts, to, -1);
    count(counts, from);
  }
  return counts;
}

/** What automatic numbers are made of. */
const NUMBERS = /[一二三四五六七八九十百〇零甲乙丙丁第章0-9０-９①-⑳（）、．.]/u;
/** Signs of symbol fonts and of elements without text (w:sym, w:noBreakHyphen), and how the report writes a sign that it does not know. */
const SIGNS = /[☑□\-〔〕]/u;

describe.each(FILES)('%s', (name) => {
  const bytes = readFileSync(path.join(FOLDER, name));
  it.each<RevisionChoice>(['accepted', 'original'])('holds its text or names it (%s)', (revisions) => {
    const word = importDocx(bytes, { id: 'law', name: 'law', revisions });
    const { main, notes } = textNodes(bytes);
    expect(main.length).toBeGreaterThan(5);
    expect(restoreText(word.recognition)).toBe(word.text);
    const source: Counts = new Map();
    for (const text of main) count(source, text);
    const found = kept(word);
    const lost = [...source].filter(([sign, n]) => (found.get(sign) ?? 0) < n).map(([sign, n]) => `${sign} ${n - (found.get(sign) ?? 0)}`);
    expect(lost).toEqual([]);
    const isUnknownSign = (sign: string): boolean => word.report.notTaken.some(({ what, text }) => what === '符号' && text.includes(sign));
    const made = [...found].filter(([sign, n]) => n > (source.get(sign) ?? 0) && !NUMBERS.test(sign) && !SIGNS.test(sign) && !isUnknownSign(sign)).map(([sign, n]) => `${sign} ${n - (source.get(sign) ?? 0)}`);
    // WordArt keeps its words in an attribute.
    expect(made.sort()).toEqual(name === 'in-boxes.docx' ? [...'凝心聚力谱新篇'].map((sign) => `${sign} 1`).sort() : []);
    const anchors: string[] = [];
    for (const { doc, fields } of word.pkg.articles) for (const one of [doc, ...Object.values(fields)]) one?.descendants((node) => { if (node.type.name === 'note') anchors.push(String(node.attrs['text']), `${String(node.attrs['term'])}：${String(node.attrs['text'])}`); });
    for (const note of notes) expect([...anchors, ...word.report.notTaken.map(({ text }) => text)]).toContain(note.trim());
  });
});

it('the law would see a word that is lost and one that comes twice', () => {
  const word = importDocx(readFileSync(path.join(FOLDER, 'in-typed.docx')), { id: 'law', name: 'law' });
  const whole = kept(word);
  const cut = kept({ ...word, pkg: { ...word.pkg, articles: [] } });
  expect(cut.get('委') ?? 0).toBeLessThan(whole.get('委') ?? 0);
});
