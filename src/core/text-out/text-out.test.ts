// Plain text and web page hold what the edition prints, no more, no less: the law over
// the bundled sample and over one of everything; then how they look, by small cases.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { article, br, doc, field, h, lead, marked, note, omit, p, packageOf, par, placeholder, table } from '../../../test/build';
import { shipped, smallBooklet } from '../../../test/build-edition';
import { samplePackage } from '../../../test/sample-package';
import { conservedText, sameText } from '../model/conserved-text';
import type { Edition, Package } from '../model/package';
import { readPackage } from '../model/package-file';
import { recognise } from '../import/recognise';
import { toPackage } from '../import/to-package';
import { plainText } from './plain-text';
import { webPage } from './web-page';

const SAMPLE = readPackage(new Uint8Array(readFileSync('resources/samples/yunling.banxin'))).pkg;
const editions: readonly (readonly [string, Package, Edition])[] = [
  ...SAMPLE.editions.map((edition) => [`sample ${edition.id}`, SAMPLE, edition] as const), ...samplePackage.editions.map((edition) => [`everything ${edition.id}`, samplePackage, edition] as const),
];

const shown = (html: string): string => html.slice(html.indexOf('<body>')).replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

describe.each(editions)('%s', (_name, whole, edition) => {
  // The 稿次 under the title is no text of an article.
  const pkg = { ...whole, stage: null };
  const conserved = [...conservedText(pkg, edition).values()].join('\n');
  it('plain text is the conserved text', () => expect(sameText(plainText(pkg, edition), conserved)).toBe(true));
  it('the web page shows the conserved text', () => expect(sameText(shown(webPage(pkg, edition)), conserved)).toBe(true));
});

const one = article('r', 'report', doc(
  p('我受', field('term', 'di'), '委托。'), h(1, '总结<回顾>'), par({ head: { level: 2 } }, lead('固本铸魂。'), '提案', placeholder(), '件', note('平台', '一个&平台'), omit('booklet', '略去'), '。'),
  table(['类别', '件数'], ['提案', '110']), par({ align: 'right' }, '2026年1月12日'),
), { 'deck.main': ['工作', br, '报告'], 'head.salutation': '各位委员：' });
const pkg = packageOf([one], [], { term: 5 });
const edition = smallBooklet(['r'], { annex: true });

it('plain text: numbers as text, two blanks before a paragraph, cells by tabs', () => {
  expect(plainText(pkg, edition)).toBe([
    '工作', '报告', '', '各位委员：', '　　我受第五届委托。', '　　一、总结<回顾>', '　　（一）固本铸魂。提案〔数字：待填〕件〔1〕。', '类别\t件数', '提案\t110', '2026年1月12日', '', '名词解释', '', '　　1.平台：一个&平台', '',
  ].join('\n'));
});

it('the 稿次 stands in brackets under the title of a report, in text and page, in no newspaper', () => {
  const staged = { ...pkg, stage: '常委会审议稿（草案）' };
  expect(plainText(staged, edition)).toMatch(/^工作\n报告\n（常委会审议稿草案）\n\n各位委员：\n/);
  expect(webPage(staged, edition)).toContain('<h1>工作<br>报告</h1>\n<p class="stage">（常委会审议稿草案）</p>');
  expect(plainText(staged, { ...edition, kind: 'newspaper' })).not.toContain('审议稿');
});

it('the web page: headings by rank, numbers as text, everything escaped, nothing fetched, nothing run', () => {
  const html = webPage(pkg, edition);
  expect(html).toContain('<h1>工作<br>报告</h1>');
  expect(html).toContain('<h2>一、总结&lt;回顾&gt;</h2>');
  expect(html).toContain('<p><b class="lead2">（一）固本铸魂。</b>提案<mark>〔数字：待填〕</mark>件<sup><a href="#note-1">〔1〕</a></sup>。</p>');
  expect(html).toContain('<p id="note-1"><strong>1.平台：</strong>一个&amp;平台</p>');
  expect(html).toContain('<tr><td>提案</td><td>110</td></tr>');
  expect(html).toContain('<p class="right">2026年1月12日</p>');
  expect(html).not.toMatch(/<script|\son\w+=|src=|https?:|@import|url\(/i);
});

it('a text that would break out of the page does not', () => {
  const html = webPage(packageOf([article('r', 'report', doc(p(marked('kai', null, '</style><script src>')), p('&amp;')), { 'deck.main': '"</title>' })]), edition);
  expect(html).toContain('<span class="kai">&lt;/style&gt;&lt;script src&gt;</span>');
  expect(html).toContain('<title>&quot;&lt;/title&gt;</title>');
  expect(html).toContain('<p>&amp;amp;</p>');
});

it('the sample’s report as plain text is read back with its headings', () => {
  const booklet = shipped('gb', ['report']);
  const report = SAMPLE.articles.find(({ id }) => id === 'report')!;
  const back = toPackage(recognise(plainText(SAMPLE, booklet)), { id: 'x', name: 'x' });
  const heads = (root: typeof report.doc): string[] => {
    const out: string[] = [];
    root.forEach((node) => {
      if (node.type.name === 'heading') out.push(`${node.attrs['level'] as number} ${node.textContent}`);
    });
    return out;
  };
  expect(heads(back.articles[0]!.doc)).toEqual(heads(report.doc));
});
