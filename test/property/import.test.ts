// Laws of the recogniser on random mixtures: the text is rebuilt exactly from
// what came out; every line that holds text is in exactly one article or in
// noise; packages can be made of anything; the same text gives the same answer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importReport, outlineOf, outlineOfPackage, recognise, restoreText, toPackage } from '../../src/core/import';
import { Dice } from '../recognise/grammar';
import { messyCase } from '../recognise/mess';

const LINES = [
  '', '', '　　', ' \t', '社论', '本报评论员', '政府工作报告', '中国人民政治协商会议江州市第六届委员会', '常务委员会工作报告', '工 作 报 告',
  '——在政协江州市第六届委员会第二次会议上', '（2025年1月7日在市人民代表大会会议上）', '(2025年1月7日)', '２０２５年１月７日', '(2025年1月7日) 何 田', '何　田', '市长　何田',
  '各位委员：', '各位代表：现在，我代表市人民政府，向大会报告工作。', '我受常务委员会委托，向大会报告工作，请予审议。',
  '一、2024年工作回顾', '二、2025年工作安排', '(一)把牢方向，根基更加稳固。学习走在前列。全年举办读书班6期。', '（二）、拓宽渠道，成效更加明显。围绕产业建言。', '1、完善制度。修订办法3件。', '1．抓学习。', '（1）抓落实', '第一，坚持政治引领。', '第二，坚持为民履职。',
  '围绕港口建设献策。组织委员实地走访。', '开展调研11次,形成建议案 3 件;全部得到办理.', '江岸上的风吹过来，委员们走进社区，听了一上午的话，记下了满满几页', '的意见，回去以后逐条梳理。', '“三下乡”活动(试点)',
  '2024年工作回顾', '（上接第一版）深入开展调查研究。', '本报讯（记者 于海 江 平）1月7日，会议开幕。', '大会应出席委员279人，实到266人，符合规定人数。', '预祝大会圆满成功！',
  '江州日报 2025年1月8日 星期三 第二版 要闻', '责任编辑：江平 校对：于海', '首页 > 要闻 > 正文', '（', '（三', '三）践行履职为民', '）践行履职为民。组织委员走访。', '目　录', '2025-01-08', '相关阅读', '新华社江州1月7日电', '会议继续进行。（下转第二版）', '————', '项目\t数量\t备注', '提案　　110件　　已办复', 'Hello, world (v1.2)', '👩‍👧 喆堃䶮𠀀', '⽂⺠\u00a0X\u200bY\ufeff', 'a\ud800b', '\udc00', '\u0007铃', '……', '。',
];

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...'一二（）()、。，“” 　1a　第上接各位委员：会议'), { maxLength: 40 }).map((chars) => chars.join('')) },
);
const mixture = fc.array(fc.tuple(piece, fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r', '')), { maxLength: 40 }).map((parts) => parts.map(([line, end]) => line + end).join(''));

const MARKED = [
  '# 江州市政协工作报告', '## 一、2024年工作回顾', '### 小标题', '- 围绕港口建设献策', '* [x] 已办**3件**', '+ 项', '> 各位委员：', '>> 我受委托，向大会报告工作。', '>', '> > ', '| 项目 | 数量 |', '|---|:--:|', '| **提案** | `110` |', '|', '```', '---', 'title: 报告', '__要点__与*着重*、~~删去~~、[链接](https://example.com/a)、![图](a.png)', '1\\. 转义', '`',
  '发件人: 江平 <a@example.com>', '收件人: 于海', '主题: 报告', '-----原始邮件-----', '在 2025年1月7日，江平 写道：', '-- ', '请审阅，谢谢！', '发自我的手机',
  '2025-01-05 09:12:33 江平', '于海 9:20', '[图片]', '收到', '[2025/1/5 09:12] 江平: 开展调研11次。', '01', '02', 'PART 01', '▼', '▲ 会场', '案由：关于港口的建议', '提案人：江平', '主办单位：市港务局', '江州市政协工作报告　第1页', '江州市政协工作报告 第2页', '江平:', '[OK]', '①', '以下文章来源于江州日报', '好的，以下是为您起草的报告：', '希望对您有帮助！如需修改，请告诉我。', '&lt;p&gt;&amp;nbsp;会议开幕。&lt;/p&gt;', '江平：让孩子就近上学', '本报记者 江平：', '社情民意信息', '第8期', '✅ 要点', '➤ 项🎉', '1️⃣ 抓学习', '👩‍👧', '市政协办公室编　2025年1月6日',
  ...Array.from({ length: 12 }, (_, i) => `${i + 1}  ${i % 2 === 0 ? '开展调研，形成建议案' : ''}`),
];
const marked = fc.array(fc.tuple(fc.constantFrom(...MARKED, ...MARKED, ...LINES), fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n')), { maxLength: 40 }).map((parts) => parts.map(([line, end]) => line + end).join(''));
const numbered = fc.array(fc.constantFrom(...LINES, ...MARKED), { minLength: 10, maxLength: 30 }).map((lines) => lines.map((line, i) => `${i + 1}${'  '.slice(i % 2)}${line}，`).join('\n'));
const columns = fc.array(fc.tuple(fc.constantFrom('围绕港口建设献策，委员实地走', '访了江岸三个社区，听取群众意', '见，回去以后，逐条梳理成建', '各位委员：', ''), fc.integer({ min: 3, max: 9 }), fc.constantFrom('会议指出，去年是不平凡的一', '年，全市上下克难攻坚，城乡居', '　　民收入稳步提高。市政协坚', '一、回顾', '')), { minLength: 6, maxLength: 16 }).map((rows) => rows.map(([a, gap, b]) => a + ' '.repeat(b === '' ? 0 : gap + 30 - a.length * 2) + b).join('\n'));
const quoted = fc.array(fc.constantFrom(...LINES, ...MARKED), { minLength: 3, maxLength: 20 }).map((lines) => lines.map((line) => `> ${line}`).join('\n'));

describe('text in = text out + listed changes', () => {
  it('rebuilds a text with the marks of mail, chats, Markdown, numbers of lines', () => {
    fc.assert(fc.property(fc.oneof(marked, marked, numbered, quoted, columns), (text) => {
      const recognition = recognise(text);
      expect(restoreText(recognition)).toBe(text);
      toPackage(recognition, { id: 'p', name: '稿' });
    }), { numRuns: 250 });
  });

  it('rebuilds the source from articles, changes, noise and line ends', () => {
    fc.assert(fc.property(mixture, (text) => { expect(restoreText(recognise(text))).toBe(text); }), { numRuns: 1000 });
  });

  it('puts every line that holds text into exactly one article or into noise', () => {
    fc.assert(fc.property(mixture, (text) => {
      const recognition = recognise(text);
      const claimed = [...recognition.articles.flatMap((article) => article.lines), ...recognition.noise.map((noise) => noise.line)].sort((a, b) => a - b);
      const changed = new Map<number, string>();
      for (const change of recognition.changes) changed.set(change.line, (changed.get(change.line) ?? '') + change.from);
      const held = text.split(/\r\n|\r|\n/).map((line, i) => ({ line, number: i + 1 })).filter(({ line, number }) => line !== '' && changed.get(number) !== line).map(({ number }) => number);
      expect(claimed.filter((line) => !held.includes(line) && changed.get(line) === undefined)).toEqual([]);
      expect(new Set(claimed).size).toBe(claimed.length);
      for (const line of held) expect(claimed).toContain(line);
    }), { numRuns: 1000 });
  });

  it('joins only neighbours of one article, never a heading, each line once', () => {
    fc.assert(fc.property(mixture, (text) => {
      const recognition = recognise(text);
      // Text that stood above its article's headline goes behind what it goes on, and that is asked: there, in the order of the article.
      const order = recognition.articles.flatMap((article) => article.blocks).flatMap((block) => (block.kind === 'table' ? [] : block.pieces.map(({ line }) => line)));
      for (const join of recognition.joins) {
        if (join.certain) expect(join.beforeLine).toBeLessThan(join.afterLine);
        else expect(order.indexOf(join.beforeLine)).toBeLessThan(order.lastIndexOf(join.afterLine));
        expect(recognition.articles.some((article) => article.lines.includes(join.beforeLine) && article.lines.includes(join.afterLine))).toBe(true);
      }
      const certain = recognition.joins.filter((join) => join.certain);
      const joined = recognition.articles.flatMap((article) => article.blocks).filter((block) => block.kind !== 'table').flatMap((block) => block.pieces.slice(1).map((next, i) => [block.pieces[i]?.line, next.line]));
      expect(joined.length).toBe(certain.length);
      // A heading is one line, but for a number that a line's end runs through and a long one that is wrapped; its lines are no joins of the outline.
      const said = new Set(outlineOf(recognition).joins.map(({ afterLine }) => afterLine));
      for (const { kind, pieces } of recognition.articles.flatMap((article) => article.blocks)) {
        if (kind !== 'heading') continue;
        for (const { line, from, to } of pieces.slice(1)) {
          expect(said.has(line)).toBe(false);
          if (to > from) expect(certain.some(({ afterLine }) => afterLine === line)).toBe(true);
        }
      }
    }), { numRuns: 500 });
  });

  it('makes a package whose outline says the same', () => {
    fc.assert(fc.property(mixture, (text) => {
      const recognition = recognise(text);
      const pkg = toPackage(recognition, { id: 'p', name: '稿' });
      for (const article of pkg.articles) article.doc.check();
      const raw = outlineOf(recognition).articles;
      const packed = outlineOfPackage(pkg).articles;
      const plain = (article: (typeof raw)[number]) => [article.kind, article.title, article.occasion, article.date, article.dateText, article.speaker, article.salutation, article.characters, article.headings.map((heading) => [heading.level, heading.number, heading.text, heading.runIn])];
      expect(packed.map(plain)).toEqual(raw.map(plain));
    }), { numRuns: 500 });
  });

  it('gives the same report twice', () => {
    fc.assert(fc.property(mixture, (text) => { expect(importReport(recognise(text), 'utf-8')).toEqual(importReport(recognise(text), 'utf-8')); }), { numRuns: 200 });
  });
});

/** Two generated pages in one text, their lines lost, doubled, swapped, cut and filled with stray marks. */
function ruined(seed: number): string {
  const d = new Dice(seed);
  const lines = [seed, seed + 1000].flatMap((page) => messyCase(page).text.split(/\r\n|\r|\n/)).slice(0, 300);
  for (let k = 0; k < 60; k += 1) {
    const i = d.int(0, lines.length - 1);
    const line = lines[i] as string;
    const at = d.int(0, line.length);
    switch (d.int(0, 4)) {
      case 0: lines.splice(i, 1); break;
      case 1: [lines[i], lines[0]] = [lines[0] as string, line]; break;
      case 2: lines[i] = line.slice(0, at); break;
      case 3: lines.splice(d.int(0, lines.length), 0, line); break;
      default: lines[i] = line.slice(0, at) + d.pick([...'（）()、。 　\t一1第上接各位委员：\u200b']) + line.slice(at);
    }
  }
  return lines.join(d.pick(['\n', '\r\n', '\r']));
}

describe('the laws on generated pages that were ruined', () => {
  it('the text is rebuilt, each line has one place and one reason, the package says the same', () => {
    for (let seed = 1; seed <= 120; seed += 1) {
      const text = ruined(seed);
      const recognition = recognise(text);
      expect(restoreText(recognition) === text, `seed ${seed}`).toBe(true);
      const claimed = [...recognition.articles.flatMap((article) => article.lines), ...recognition.noise.map((noise) => noise.line)].sort((a, b) => a - b);
      expect(new Set(claimed).size, `seed ${seed}`).toBe(claimed.length);
      expect(recognition.lineReasons.map(({ line }) => line), `seed ${seed}`).toEqual(claimed);
      const raw = outlineOf(recognition).articles;
      const packed = outlineOfPackage(toPackage(recognition, { id: 'p', name: '稿' })).articles;
      expect(packed.map(({ title, characters, headings }) => [title, characters, headings.length]), `seed ${seed}`).toEqual(raw.map(({ title, characters, headings }) => [title, characters, headings.length]));
    }
  });
});
