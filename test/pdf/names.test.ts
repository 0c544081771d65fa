// Names with characters that a face may lack, in each place where a report has
// names (issue 2 §4): as speaker, in a title line, in body text, in a run-in
// heading, in a boxed editorial. A field changes its face whole, text character by
// character; each change is said with the character and the place; what is printed
// is right, read back by mupdf; what no face has is an error and no file.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Diagnostic, TextPlace } from '../../src/core/diagnostic';
import type { Package } from '../../src/core/model/package';
import { exportPdf } from '../../src/node/export';
import { ExportRefused, type ExportResult } from '../../src/node/export-edition';
import { findFonts } from '../../src/node/fonts';
import { article, doc, field, h, lead, p, packageOf, par } from '../build';
import { shipped } from '../build-edition';
import { charactersOf, linesOf, type PrintedLine } from './placed-lines';
import { popplerText } from './tools';

/** Ten names as they occur; of their last characters GB 2312, and with it the pinned kai and fangsong, has 甯 alone. */
const NAMES = ['王喆', '李堃', '赵珺', '朱镕', '刘䶮', '陈甯', '何翀', '孙昇', '周旸', '吴㛃'] as const;
const isRare = (name: string): boolean => !name.endsWith('甯');

const folder = mkdtempSync(path.join(tmpdir(), 'banxin-names-'));
afterAll(() => rmSync(folder, { recursive: true }));
const target = path.join(folder, 'names.pdf');

interface Printed {
  readonly result: ExportResult;
  readonly lines: readonly PrintedLine[];
  readonly text: string;
}

function print(pkg: Package, accept: readonly string[] = []): Printed {
  const edition = pkg.editions[0]!;
  const result = exportPdf({ pkg, edition, target, fonts: findFonts({ system: false, edition: edition.kind }), date: null, accept });
  const bytes = readFileSync(target);
  return { result, lines: linesOf(charactersOf(bytes)), text: popplerText(bytes) };
}

const fontsOf = (line: PrintedLine | undefined): string[] => [...new Set(line?.chars.map(({ font }) => font))];
/** The face of one character of a line that holds `words`. */
const fontOf = (lines: readonly PrintedLine[], words: string, character: string): string | undefined =>
  lines.find(({ text }) => text.includes(words))?.chars.find(({ c }) => c === character)?.font;
const about = (result: ExportResult, code: Diagnostic['code']): { message: string; at: TextPlace }[] =>
  result.diagnostics.filter((one) => one.code === code).map(({ message, at }) => ({ message, at: at as TextPlace }));

const KAI = 'GBZenKai-Medium';
const NEXT_KAI = 'LXGWWenKai-Regular';
const FANGSONG = 'FandolFang-Regular';

describe.each(NAMES)('%s', (name) => {
  const rare = name.at(-1)!;
  const report = article('report', 'report', doc(h(1, '工作回顾'), par({ head: { level: 2 } }, lead(`学习${name}先进事迹。`), `一年来，委员${name}履职为民。`)), {
    'deck.main': [`关于${name}先进事迹的报告`], 'deck.sub': [`——${name}同志`], 'head.speaker': [field('speaker')],
  });
  const booklet = packageOf([report], [shipped('gb', ['report'])], { speaker: name });

  it('in the booklet: the speaker’s and the subtitle’s whole line, the title, the heading and the body', () => {
    const { result, lines, text } = print(booklet);
    const page = lines.map((line) => line.text).join('');
    for (const words of [`关于${name}先进事迹的报告`, `——${name}同志`, `（一）学习${name}先进事迹。`, `委员${name}履职为民。`]) expect([text.includes(words), page.includes(words)]).toEqual([true, true]);
    expect(result.textConserved).toBe(true);

    // 小标宋 is a face of 30,000 characters here: nothing to change.
    expect(fontsOf(lines.find((line) => line.text === `关于${name}先进事迹的报告`))).toEqual(['NotoSerifSC-ExtraBold']);
    // Kai lacks it: the field is of one face, and not of that.
    expect(fontsOf(lines.find((line) => line.text === name))).toEqual([isRare(name) ? NEXT_KAI : KAI]);
    expect(fontsOf(lines.find((line) => line.text === `——${name}同志`))).toEqual([isRare(name) ? NEXT_KAI : KAI]);
    // In running text the one character changes, its neighbours stay.
    expect([fontOf(lines, '学习', '习'), fontOf(lines, '学习', rare)]).toEqual([KAI, isRare(name) ? NEXT_KAI : KAI]);
    const body = lines.find((line) => line.text.includes('委员'))!;
    expect([body.chars.find(({ c }) => c === '员')?.font, body.chars.findLast(({ c }) => c === rare)?.font]).toEqual([FANGSONG, isRare(name) ? 'NotoSerifSC-Regular' : FANGSONG]);

    if (!isRare(name)) {
      expect([about(result, 'field-substituted'), about(result, 'glyph-substituted')]).toEqual([[], []]);
      return;
    }
    const fields = about(result, 'field-substituted');
    expect(new Set(fields.map(({ at }) => at.field))).toEqual(new Set(['deck.sub', 'head.speaker']));
    expect(fields).toHaveLength(2);
    for (const { message, at } of fields) {
      expect(message).toContain(`“${rare}”`);
      expect(at).toMatchObject({ article: 'report', block: null });
      expect(at.excerpt).toContain(rare);
    }
    const characters = about(result, 'glyph-substituted');
    expect(characters.map(({ at }) => [at.block, at.from, at.to, at.excerpt])).toEqual([[1, 3, 4, rare], [1, 16, 17, rare]]);
    for (const { message } of characters) expect(message).toContain(`“${rare}”`);
  });

  it('in a newspaper: the speaker, the body, and a boxed editorial with its headline', () => {
    const editorial = article('editorial', 'editorial', doc(...Array.from({ length: 8 }, () => p(`委员${name}说，履职为民要落到实处，要把群众的事当作自己的事，一件一件办好。`))), { 'deck.main': [`向${name}学习`], 'deck.sub': [`——致${name}`] }, '社论');
    const long = article('report', 'report', doc(h(1, '工作回顾'), ...Array.from({ length: 30 }, () => p(`一年来，委员${name}履职为民，走村入户，听民声、察民情、解民忧，提出许多好建议。`))), {
      'deck.main': ['常务委员会工作报告'], 'head.speaker': [field('speaker')],
    });
    const { result, lines, text } = print(packageOf([long, editorial], [shipped('T6', ['report', 'editorial'])], { speaker: name }));
    expect(text.split(name).length - 1).toBe(30 + 8 + 2 + 1);
    expect(result.textConserved).toBe(true);
    expect(fontsOf(lines.find((line) => line.text === name))).toEqual([isRare(name) ? NEXT_KAI : KAI]);
    expect(fontsOf(lines.find((line) => line.text === `——致${name}`))).toHaveLength(1);
    const missing = [...about(result, 'field-substituted'), ...about(result, 'glyph-substituted')];
    // The box is in kai, the columns in song, which has them all.
    const boxed = lines.filter((line) => Math.abs(line.chars[0]!.size - 10.5) < 0.1).flatMap(({ chars }) => chars);
    expect(new Set(boxed.filter(({ c }) => c === rare).map(({ font }) => font))).toEqual(new Set([isRare(name) ? NEXT_KAI : KAI]));
    if (isRare(name)) {
      expect(missing.filter(({ at }) => at.article === 'editorial' && at.block !== null).length).toBeGreaterThan(0);
      for (const { message, at } of missing) expect([message.includes(`“${rare}”`), at.excerpt.includes(rare)]).toEqual([true, true]);
    } else expect(missing).toEqual([]);
  });
});

describe('a title whose face lacks a character', () => {
  it('the whole title is set in the next face that has all of it', () => {
    // ䷀ is in WenKai, in no face of the 宋 family here.
    const one = article('report', 'report', doc(p('正文。')), { 'deck.main': ['论䷀卦'] });
    const { result, lines } = print(packageOf([one], [shipped('gb', ['report'])]));
    const fonts = fontsOf(lines.find(({ text }) => text.includes('䷀')));
    expect(fonts).toHaveLength(1);
    expect(fonts[0]).not.toContain('NotoSerif');
    expect(about(result, 'field-substituted')).toMatchObject([{ message: expect.stringContaining('“䷀”') as string, at: { field: 'deck.main' } }]);
  });
});

describe('a character that no face has', () => {
  const none = '\u{31350}'; // extension H
  const at = (where: string): Package => {
    const text = (of: string): string => (of === where ? `王${none}` : '王伟');
    const report = article('report', 'report', doc(par({ head: { level: 2 } }, lead(`学习${text('heading')}。`), `委员${text('body')}履职。`)), {
      'deck.main': [`${text('title')}报告`], 'head.speaker': [field('speaker')],
    });
    return packageOf([report], [shipped('gb', ['report'])], { speaker: text('speaker') });
  };
  it.each([['title', 'deck.main', null], ['speaker', 'head.speaker', null], ['heading', null, 0], ['body', null, 0]] as const)('in the %s: an error with its place, no file; accepted, a box', (where, field, block) => {
    rmSync(target, { force: true });
    let refused: unknown = null;
    try {
      print(at(where));
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(ExportRefused);
    const { diagnostics, acceptable, code, message } = refused as ExportRefused;
    expect([code, acceptable, message.includes(none)]).toEqual(['glyph-missing', ['glyph-missing'], true]);
    const missing = diagnostics.filter((one) => one.code === 'glyph-missing');
    expect(missing).toMatchObject([{ severity: 'error', at: { article: 'report', field, block } }]);
    expect((missing[0]!.at as TextPlace).excerpt).toContain(none);
    expect(existsSync(target)).toBe(false);

    const { result, text } = print(at(where), ['glyph-missing']);
    expect(result.pages).toBe(1);
    // All but the one character is there.
    for (const words of ['报告', '学习', '履职。']) expect(text).toContain(words);
  });
});
