// Word file, plain text and web page from the command line (COMMANDS, "Export"): the
// target's ending chooses, every kind says the same things of itself, and what does
// not go together is a wrong usage.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readPackage } from '../../src/core/model/package-file';
import { conservedText, sameText } from '../../src/core/model/conserved-text';
import { printedWords } from '../../src/docx/own/printed-words';
import { expectFailure, inProject, json, useCli } from './run';

const cli = useCli();
const SAMPLE = inProject('resources/samples/yunling.banxin');
const { pkg } = readPackage(new Uint8Array(readFileSync(SAMPLE)));
const conserved = [...conservedText(pkg, pkg.editions.find(({ id }) => id === 'booklet')!).values()].join('\n');
const booklet = (...more: string[]): ReturnType<typeof cli.run> => cli.run('export', SAMPLE, '--edition', 'booklet', ...more, '--json');

it('a Word file: the same bytes each time, the booklet’s text, its pages told', () => {
  const told = json(booklet('-o', 'a.docx'));
  expect(Object.keys(told).toSorted()).toEqual(['bytes', 'diagnostics', 'fonts', 'pages', 'seconds', 'textConserved']);
  expect(told).toMatchObject({ pages: 18, textConserved: true, diagnostics: [], bytes: cli.read('a.docx').length });
  booklet('-o', 'b.docx');
  expect(cli.read('b.docx').equals(cli.read('a.docx'))).toBe(true);
  expect(sameText(printedWords(cli.read('a.docx')), conserved)).toBe(true);
});

it('plain text: UTF-8, or GB18030 with the ends of lines of old Windows; the same words', () => {
  booklet('-o', 'a.txt');
  const told = json(booklet('-o', 'b.txt', '--encoding', 'gb18030', '--crlf'));
  expect(told).toMatchObject({ pages: null, encoding: 'gb18030', lost: [], textConserved: true });
  const utf8 = cli.read('a.txt').toString('utf8');
  expect(sameText(utf8, conserved)).toBe(true);
  expect(new TextDecoder('gb18030').decode(cli.read('b.txt'))).toBe(utf8.replaceAll('\n', '\r\n'));
});

it('a web page', () => {
  expect(json(booklet('-o', 'a.html'))).toMatchObject({ pages: null, textConserved: true });
  expect(cli.read('a.html').toString('utf8')).toContain('<h2>一、2025年工作回顾</h2>');
});

it('what a stage refuses is in no kind of file', () => {
  cli.run('new', 'cppcc-annual', '-o', 'template.banxin');
  for (const ending of ['docx', 'txt', 'html']) {
    expectFailure(cli.run('export', 'template.banxin', '--edition', 'booklet', '--stage', '大会稿', '-o', `refused.${ending}`, '--json'), 1, 'placeholder-open');
    expect(cli.names()).not.toContain(`refused.${ending}`);
  }
});

it.each([
  [['-o', 'a.doc'], '不能输出“a.doc”'],
  [['-o', 'a.docx', '--pdf', 'plain'], '--pdf 只用于 .pdf'],
  [['-o', 'a.docx', '--crlf'], '只用于 .txt'],
  [['-o', 'a.txt', '--encoding', 'big5'], '没有 big5'],
])('%j is a wrong usage', (words, says) => {
  const ran = booklet(...words);
  expect(ran.code).toBe(2);
  expect(ran.out + ran.err).toContain(says);
});
