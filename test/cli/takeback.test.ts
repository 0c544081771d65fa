// Out to Word, changed there, taken back (issue 5, part 3), through the command line.
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { readPackage } from '../../src/core/model/package-file';
import { readArchive, writeArchive } from '../../src/core/model/zip-archive';
import { expectFailure, inProject, json, useCli } from './run';

const cli = useCli();
const SAMPLE = inProject('resources/samples/yunling.banxin');

/** The sample's booklet as a Word file, written once. */
function exported(): string {
  if (!cli.names().includes('out.docx')) cli.run('export', SAMPLE, '--edition', 'booklet', '-o', 'out.docx');
  return 'out.docx';
}

/** The sample's booklet as Word would save it after a paragraph was typed in, a figure changed under 修订, and 二、 restarted. */
function edited(): string {
  const files = readArchive(new Uint8Array(cli.read(exported())));
  const put = (name: string, change: (xml: string) => string): void => {
    const before = strFromU8(files.get(name)!);
    const after = change(before);
    expect(after).not.toBe(before);
    files.set(name, strToU8(after));
  };
  const change = (kind: string, text: string): string => `<w:${kind} w:id="9${text}" w:author="王" w:date="2026-01-08T08:00:00Z"><w:r><w:${kind === 'ins' ? 't' : 'delText'}>${text}</w:${kind === 'ins' ? 't' : 'delText'}></w:r></w:${kind}>`;
  put('word/document.xml', (xml) => xml
    .replace(/<w:p><w:pPr><w:pStyle w:val="Heading1"\/><\/w:pPr>(?:(?!<\/w:p>).)*2026年工作安排/, '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>这一段是在 Word 里添上的。</w:t></w:r></w:p>$&')
    .replace(/(<w:pStyle w:val="Heading1"\/>)(<\/w:pPr>(?:(?!<\/w:p>).)*2026年工作安排)/, '$1<w:numPr><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>$2')
    .replace(/收到提案312件/, `收到提案</w:t></w:r>${change('del', '312')}${change('ins', '328')}<w:r><w:t>件`));
  put('word/numbering.xml', (xml) => xml.replace('</w:numbering>', '<w:num w:numId="99"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'));
  return cli.put('edited.docx', writeArchive(files));
}

interface Piece { readonly id: string; readonly kind: string; readonly section: string; readonly what: string | null; readonly words: readonly { readonly kind: string; readonly text: string }[] }

it('an untouched file says that nothing is other', () => {
  expect(json(cli.run('takeback', SAMPLE, exported(), '--json'))).toMatchObject({ pieces: [], articles: [{ article: 'report', kept: 31 }], unknown: [] });
});

it('shows what was done in Word, and takes back what is accepted', () => {
  const file = edited();
  const { pieces } = json(cli.run('takeback', SAMPLE, file, '--json')) as { pieces: Piece[] };
  expect(pieces.map(({ kind, what, words }) => [kind, what, words.filter((word) => word.kind !== 'same').map((word) => `${word.kind} ${word.text}`)])).toEqual([
    ['changed', null, ['gone 312', 'new 328']], ['new', null, ['new 这一段是在 Word 里添上的。']], ['changed', '一级标题“二、” → 一级标题“一、”', []],
  ]);
  const all = json(cli.run('takeback', SAMPLE, file, '-o', 'all.banxin', '--json'));
  expect(all.pieces).toEqual(pieces);
  expect(json(cli.run('takeback', 'all.banxin', file, '--json')).pieces).toEqual([]);
  cli.run('takeback', SAMPLE, file, '-o', 'one.banxin', '--accept', pieces[1]!.id);
  const [was, now] = [new Uint8Array(readFileSync(SAMPLE)), new Uint8Array(cli.read('one.banxin'))].map((bytes) => readPackage(bytes).pkg.articles.find(({ id }) => id === 'report')!.doc);
  expect(now!.childCount).toBe(was!.childCount + 1);
});

it('what is not the package’s is refused', () => {
  expectFailure(cli.run('takeback', SAMPLE, cli.put('other.txt', '菜谱\n土豆切丝，热锅凉油。\n'), '--json'), 1, 'take-back-nothing');
  expectFailure(cli.run('takeback', cli.put('a.txt', '一、总结\n成绩。\n'), exported(), '--json'), 1, 'format-unsupported');
  expect(cli.run('takeback', SAMPLE, exported(), '--accept', 'x', '--json').code).toBe(2);
});
