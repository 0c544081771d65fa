// The source of a web page as text: what a browser would show comes out, every tag
// is a listed change, and the text that came in can be rebuilt. Place invented.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from './change';
import { cleanLine } from './clean-line';
import { recognise } from './recognise';
import { restoreText } from './restore';
import { splitLines } from './source-lines';

const clean = (raw: string): string => {
  const changes: Change[] = [];
  return cleanLine(raw, 1, 'read', changes);
};

const PLAIN = [
  '中国人民政治协商会议云岭市第五届委员会', '常务委员会工作报告', '——2026年1月13日在政协云岭市第五届委员会第五次会议上', '黎怀远', '各位委员：',
  '　　我代表政协云岭市第五届委员会常务委员会，向大会报告工作，请予审议，并请列席会议的同志提出意见。',
  '一、2025年工作回顾',
  '　　（一）强化政治引领，思想根基更加牢固。全年组织“读书会”12次，覆盖委员280人次，形成学习体会文章96篇。',
  '提案办理情况表', '类别\t立案\t办复', '经济\t82\t82', '民生\t71\t71',
  '二、2026年主要任务',
  '　　围绕“十五五”规划实施，就R&D投入、低空经济等课题开展协商议政，提出意见建议。',
];

/** As a content system writes it. */
function pageOf(lines: readonly string[]): string[] {
  return lines.map((line) => {
    if (line.includes('\t')) return `<tr>${line.split('\t').map((cell) => `<td style="width:33%"><p>${cell}</p></td>`).join('')}</tr>`;
    const text = line.replaceAll('&', '&amp;').replaceAll('“', '&ldquo;').replaceAll('”', '&#8221;').replaceAll('　', '&emsp;');
    return /^[一二]、/.test(line) ? `<h2><strong>${text}</strong></h2>` : `<p style="text-align:justify"><span lang=EN-US>${text}</span><o:p></o:p></p>`;
  });
}

const shape = (text: string) => recognise(text).articles.map(({ kind, fields, blocks }) => [kind, fields.main?.lines, fields.occasion?.lines, fields.speaker?.lines, fields.salutation?.lines, blocks.map((block) => [block.kind, block.head?.level, block.text])]);

describe('the source of a web page as text', () => {
  it.each([
    ['<p>各位委员：</p>', '各位委员：'],
    ['<p class="a" style=\'x\'>市<b>政协</b>常委会<br/></p>', '市政协常委会'],
    ['&lt;p&gt;&amp;nbsp;市政协&lt;/p&gt;', '市政协'],
    ['3&lt;5，甲&lt;乙&gt;', '3<5，甲<乙>'],
    ['&nbsp;&nbsp;&ldquo;三下乡&rdquo;&mdash;&mdash;A&amp;B', '“三下乡”——A&B'],
    ['<tr><td>类别</td><th>立案</th><td><p>办复</p></td></tr>', '类别\t立案\t办复'],
    ['<!--enpcontent--><p>会议开幕。</p><!--/enpcontent-->', '会议开幕。'],
    ['<script>var a = "<p>";</script>会议开幕。', '会议开幕。'],
    ['<p class=MsoNormal style="text-indent:2em', ''],
    ['font-family:仿宋">会议开幕。</p>', '会议开幕。'],
    ['3<5，且 a>b；<江一帆>；&unknown;', '3<5，且 a>b；<江一帆>；&unknown;'],
    ['首页 > 要闻 > 正文', '首页 > 要闻 > 正文'],
  ])('%s', (raw, shown) => { expect(clean(raw)).toBe(shown); });

  const plain = shape(PLAIN.join('\n'));

  it('a report is recognised as it is without its tags, a line a paragraph or all in one line', () => {
    expect(plain[0]?.[1]).toEqual(PLAIN.slice(0, 2));
    const page = pageOf(PLAIN);
    for (const text of [page.join('\n'), page.join(''), `<html><body><div>\r\n${page.join('\r\n<!-- -->\r\n')}</div>\r\n</body></html>`]) {
      expect(shape(text)).toEqual(plain);
      const recognition = recognise(text);
      expect(recognition.noise.filter(({ why }) => why === '网站面包屑')).toEqual([]);
      expect(restoreText(recognition)).toBe(text);
    }
  });

  it('scripts, style sheets and comments are no text, a tag alone is no line at all; one without an end is', () => {
    const code = ['<style>', '.a { color: red }', '</style>', '<script type="a">', 'var 云岭 = "报告";', '</script>', '<!--', '旧稿', '-->'];
    const recognition = recognise([...code, ...pageOf(PLAIN)].join('\n'));
    expect(shape([...code, ...pageOf(PLAIN)].join('\n'))).toEqual(plain);
    expect(recognition.noise.map(({ line, why }) => [line, why])).toEqual([2, 5, 7, 8, 9].map((line) => [line, '网页代码的残留']));
    expect(recognise(`<script>\n${PLAIN.join('\n')}`).noise).toEqual([]);
  });

  it('a line with several paragraphs is cut between them, a row of a table and plain text are not', () => {
    expect(splitLines('<div><p>甲</p></div><p>乙</p>\n<td><p>丙</p><p>丁</p></td>\n戊，己').count).toBe(4);
  });

  it('a row of a table over several lines is a row, and the lines behind keep their numbers', () => {
    const text = pageOf(PLAIN).map((line) => line.replaceAll('><', '>\n<').replaceAll('</span>\n<o:p>\n</o:p>', '</span><o:p></o:p>').replaceAll('\n<span', '<span').replaceAll('\n</h2', '</h2').replaceAll('\n<strong', '<strong').replaceAll('\n</p', '</p')).join('\n');
    expect(text).toContain('<tr>\n<td');
    expect(shape(text)).toEqual(plain);
    const recognition = recognise(text);
    expect(restoreText(recognition)).toBe(text);
    expect(recognition.lineCount).toBe(text.split('\n').length);
    expect(recognition.lineReasons.at(-1)?.line).toBe(recognition.lineCount);
  });

  it('the text is rebuilt from any mixture of tags and text', () => {
    const tag = fc.constantFrom('<p>', '</p>', '<br>', '<br/>', '<td>', '</td>', '<tr>', '</tr>', '<div class="a">', '</div>', '<span', '">', '<!--', '-->', '<script>', '</script>', '&nbsp;', '&amp;', '&lt;', '&#12288;', '&#x4e00;', '&;', '<', '>', '&');
    const text = fc.constantFrom('各位委员：', '一、2025年工作回顾', '会议开幕。', '　', ' ', '社论', '甲,乙', '(一)', '本报讯（记者 江一帆）1月13日', '\n', '\n', '\r\n', '\r');
    fc.assert(fc.property(fc.array(fc.oneof(tag, text), { maxLength: 40 }), (parts) => {
      const source = parts.join('');
      const recognition = recognise(source);
      expect(restoreText(recognition)).toBe(source);
      const claimed = [...recognition.articles.flatMap(({ lines }) => lines), ...recognition.noise.map(({ line }) => line)];
      expect(new Set(claimed).size).toBe(claimed.length);
    }), { numRuns: 500 });
  });

  it('a long line of unfinished tags costs no more than its length', () => {
    // Time of the processor: what others do on the machine meanwhile costs none of it.
    const before = process.cpuUsage();
    for (const piece of ['<!--', '<script>', '<p ', '<p>甲\n', '">', '&nbsp', '<p>甲</p>', '<tr>\n', '<tr>', '</tr>\n', '<tr>\n</tr>']) splitLines(piece.repeat(40_000));
    recognise('<!--'.repeat(40_000));
    splitLines(`${'<tr>'.repeat(40_000)}</tr>`);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(4000);
  });
});

describe('Markdown, as an assistant writes a draft', () => {
  it.each([
    ['## 一、2025年工作回顾', '一、2025年工作回顾'], ['###　（一）强化政治引领', '（一）强化政治引领'], ['**各位委员：**', '各位委员：'],
    ['持续建好**“码上议”**平台，**提案工作**提质增效。', '持续建好“码上议”平台，提案工作提质增效。'],
    // What is no mark of it stays.
    ['获奖的有李**、王**、赵**和周**。', '获奖的有李**、王**、赵**和周**。'], ['#云岭两会#今日开幕', '#云岭两会#今日开幕'], ['C# 与 ** 号', 'C# 与 ** 号'], ['***', '***'],
  ])('%s', (raw, text) => expect(clean(raw)).toBe(text));

  it('is read as the same text without it, and rebuilt', () => {
    const plain = ['政协云岭市第五届委员会常务委员会工作报告', '——在政协云岭市第五届委员会第四次会议上', '各位委员：', '一、2025年工作回顾', '（一）强化政治引领。全年组织“读书会”12次，覆盖委员280人次。', '二、2026年工作安排', '办好民生实事，让群众得到实惠。'];
    const marked = plain.map((line, i) => (i === 0 ? `# ${line}` : i === 1 ? `**${line}**` : /^[一二]、/.test(line) ? `## ${line}` : line.replace('“读书会”', '**“读书会”**'))).join('\n');
    const [a, b] = [recognise(plain.join('\n')), recognise(marked)];
    expect(b.articles.map(({ kind, blocks }) => [kind, blocks.map(({ text, head }) => [text, head?.level ?? null])])).toEqual(a.articles.map(({ kind, blocks }) => [kind, blocks.map(({ text, head }) => [text, head?.level ?? null])]));
    expect(restoreText(b)).toBe(marked);
  });
});
