import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberHeadings } from '../../core/model/numbering';
import { schema } from '../../core/model/schema';
import { plainLines } from './plain-lines';
import { toBlocks } from './pasted-blocks';
import { pasteNotice } from './paste-notice';
import type { Pasted, PastedPara, PastedRun } from './pasted-para';

const run = (text: string, more: Partial<PastedRun> = {}): PastedRun => ({ text, face: null, strong: false, raised: false, ...more });
const para = (runs: string | readonly PastedRun[], more: Partial<PastedPara> = {}): PastedPara => ({
  kind: 'para', runs: typeof runs === 'string' ? [run(runs)] : runs, level: null, list: null, align: null, soft: false, indented: false, blanksBefore: 0, ...more,
});
const of = (...paras: Pasted['paras']): Pasted => ({ paras, pictures: 0, comments: 0, deletions: 0 });

/** Blocks as the editor shows them: kind, level, drawn number, text. */
function shown(pasted: Pasted): readonly string[] {
  const { blocks } = toBlocks(pasted, 'report');
  const labels = numberHeadings(schema.node('doc', null, [...blocks]));
  return blocks.map((node, i) => `${node.type === schema.nodes.heading ? `h${String(node.attrs['level'])} ` : (node.attrs['head'] ?? null) !== null ? 'r ' : ''}${labels[i] ?? ''}${node.textContent}`);
}

/** Words under each mark. */
function faces(pasted: Pasted): readonly string[] {
  const found: string[] = [];
  for (const block of toBlocks(pasted, 'report').blocks) {
    block.descendants((node) => {
      if (node.isText && node.marks.length > 0) found.push(`${node.marks.map(({ type }) => type.name).join('+')}:${node.text ?? ''}`);
    });
  }
  return found;
}

describe('headings and numbers', () => {
  it('a style makes a heading, its typed number is drawn', () => {
    expect(shown(of(para('一、过去一年', { level: 1 }), para('（一）把牢方向', { level: 2 }), para('正文。')))).toEqual(['h1 一、过去一年', 'h2 （一）把牢方向', '正文。']);
  });

  it('a number of a list likewise', () => {
    const pasted = of(para('过去一年', { level: 1, list: '一、' }), para('正文。'), para('今年安排', { level: 1, list: '二、' }));
    expect(shown(pasted)).toEqual(['h1 一、过去一年', '正文。', 'h1 二、今年安排']);
    expect(toBlocks(pasted, 'report').report).toMatchObject({ headings: 2, numbers: 2 });
  });

  it('the make of the number wins over the rank of the style: 标题 2 with 一、 is the first level', () => {
    expect(shown(of(para('一、过去一年', { level: 2 }), para('（一）把牢方向', { level: 3 })))).toEqual(['h1 一、过去一年', 'h2 （一）把牢方向']);
  });

  it('a heading without a number gets none', () => {
    expect(shown(of(para('概况', { level: 2 }), para('正文。')))).toEqual(['h2 概况', '正文。']);
  });

  it('without styles the numbers tell, run-in headings too', () => {
    expect(shown(of(para('一、过去一年'), para('（一）把牢方向。全年学习四十次，覆盖全体委员。'), para('正文。')))).toEqual(['h1 一、过去一年', 'r （一）把牢方向。全年学习四十次，覆盖全体委员。', '正文。']);
  });

  it('an item of a list that is a whole sentence is body text with a drawn number; a list begins with its own', () => {
    const sentence = '审议常务委员会工作报告，以及提案工作情况的报告，并对两个报告作出相应的决议和安排';
    const pasted = of(para(`${sentence}；`, { list: '3.' }), para(`${sentence}。`, { list: '4.' }), para('中间一段。'), para(`${sentence}。`, { list: '1.' }));
    expect(shown(pasted)).toEqual([`r 3.${sentence}；`, `r 4.${sentence}。`, '中间一段。', `r 1.${sentence}。`]);
    expect(faces(pasted)).toEqual([]);
    expect(toBlocks(pasted, 'report').report).toMatchObject({ headings: 0, numbers: 3 });
  });

  it('an item of a list whose make has no level keeps its number as text', () => {
    expect(shown(of(para('带身份证，按时到会，不得请人代会，有事向秘书处请假；', { list: 'a.' }), para('服从安排。', { list: 'b.' })))).toEqual(['a.带身份证，按时到会，不得请人代会，有事向秘书处请假；', 'b.服从安排。']);
  });

  it('one paragraph alone is words, whatever it begins with', () => {
    expect(shown(of(para('一、过去一年')))).toEqual(['一、过去一年']);
  });
});

describe('faces stay where they set words apart', () => {
  it('a few words in 楷体 or 黑体, in bold or raised', () => {
    expect(faces(of(para([run('正文正文正文正文，'), run('引用的话', { face: 'kai' }), run('，'), run('要点', { face: 'hei' }), run('和'), run('重点', { strong: true }), run('注', { raised: true })])))).toEqual([
      'kai:引用的话', 'hei:要点', 'strong:重点', 'superscript:注',
    ]);
  });

  it('a text all in 楷体 and bold is body text', () => {
    expect(faces(of(para([run('全文都是楷体。', { face: 'kai', strong: true })]), para([run('这一段也是，', { face: 'kai', strong: true }), run('这里不是', { face: 'hei' })])))).toEqual(['hei:这里不是']);
  });

  it('figures among the words of a face belong to them', () => {
    expect(faces(of(para([run('正文正文正文正文正文，'), run('开展', { face: 'kai' }), run('40'), run('次调研', { face: 'kai' })])))).toEqual(['kai:开展40次调研']);
  });

  it('a heading wears the face of its level', () => {
    expect(faces(of(para([run('一、过去一年', { face: 'hei', strong: true })], { level: 1 }), para('正文。')))).toEqual([]);
  });
});

describe('a PDF with hard line breaks', () => {
  const TEXT = [
    '　　过去一年是全市发展进程中很不平凡的一年。面对多重困难叠加的',
    '局面市政协常委会团结带领各参加单位和广大委员坚持建言资政和凝',
    '聚共识双向发力围绕中心服务大局积极履职尽责各项工作取得新的成',
    '效全年共组织调研视察四十次提交建议案十二件。',
    '一、坚持党的领导',
    '　　一年来我们把牢政治方向始终同市委同心同向同行在服务发展大局',
    '中展现了政协担当赢得了各方面的肯定。',
  ].join('\r\n');

  it('sentences are whole again, headings stand, nothing is lost', () => {
    const { blocks, report } = toBlocks(plainLines(TEXT), 'report');
    expect(blocks.map((node) => `${node.type.name} ${node.textContent.slice(0, 6)}…${node.textContent.slice(-3)}`)).toEqual([
      'paragraph 过去一年是全…二件。', 'heading 坚持党的领导…的领导', 'paragraph 一年来我们把…肯定。',
    ]);
    expect(report).toMatchObject({ joins: 4, headings: 1, numbers: 1 });
    expect(blocks.map((node) => node.textContent).join('')).toBe(TEXT.replace(/[\s\u3000]/g, '').replace('一、', ''));
  });

  it('words of Latin letters keep the blank that the break stood for', () => {
    const english = ['The committee held forty meetings in the year and', 'submitted twelve proposals on the development of the', 'city and the county during the session of the spring', 'which were all answered.'].join('\n');
    expect(toBlocks(plainLines(english), 'report').blocks.map((node) => node.textContent).join('|')).toContain('year and submitted');
  });
});

describe('tables', () => {
  it('become tables of ours, a line break between the paragraphs of a cell', () => {
    const { blocks, report } = toBlocks({ ...of({ kind: 'table', rows: [[[run('项目')], [run('件数')]], [[run('立案\n提案')], []]] }) }, 'report');
    expect(blocks[0]?.toString()).toBe('table(table_row(table_cell(paragraph("项目")), table_cell(paragraph("件数"))), table_row(table_cell(paragraph("立案", hard_break, "提案")), table_cell(paragraph)))');
    expect(report.tables).toBe(1);
    for (const block of blocks) block.check();
  });
});

describe('the note', () => {
  const none = { headings: 0, numbers: 0, joins: 0, doubtful: 0, tables: 0 };
  it('says what was changed and what was left', () => {
    expect(pasteNotice({ ...none, headings: 3, numbers: 2, joins: 5, doubtful: 1 }, { ...of(), pictures: 2 }, false)).toBe(
      '粘贴：认出 3 处标题，2 个编号改为自动编号（随位置重排），连起 5 处句中换行，另有 1 处换行拿不准，没有连，2 张图片没有带入。不要这些改动可撤销后按 Ctrl+Shift+V 粘贴为纯文本。',
    );
  });

  it('says nothing where nothing was', () => {
    expect(pasteNotice(none, of(), false)).toBeNull();
  });
});

describe('nothing is lost', () => {
  // Words, marks and numbers as they come at the heads of lines, in any order.
  const piece = fc.constantFrom('一、', '（一）', '1.', '第一，', '工作回顾', '坚持党的领导', '。', '；', '，', '全年立案提案', '2026年', '——', '“引用”', 'abc', ' ');
  const arbitraryRun = fc.record<PastedRun>({ text: fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')), face: fc.constantFrom('kai' as const, 'hei' as const, null), strong: fc.boolean(), raised: fc.boolean() });
  const arbitraryPara = fc.record<PastedPara>({
    kind: fc.constant('para' as const), runs: fc.array(arbitraryRun, { minLength: 1, maxLength: 4 }), level: fc.constantFrom(null, null, 1, 2, 5), list: fc.constantFrom(null, null, '一、', '3.', 'a.'),
    align: fc.constantFrom(null, 'center' as const), soft: fc.boolean(), indented: fc.boolean(), blanksBefore: fc.nat(1),
  });

  it('every character arrives, but the numbers that are drawn now', () => {
    fc.assert(fc.property(fc.array(arbitraryPara, { minLength: 1, maxLength: 12 }), (paras) => {
      const { blocks, report } = toBlocks(of(...paras), 'report');
      const arrived = blocks.map((block) => block.textContent).join('').replace(/\s/g, '');
      let left = paras.map(({ list, runs }) => (list ?? '') + runs.map(({ text }) => text).join('')).join('').replace(/\s/g, '');
      let taken = 0;
      // What arrived is the source with `report.numbers` labels left out, in order.
      for (const char of arrived) {
        const at = left.indexOf(char);
        expect(at).toBeGreaterThanOrEqual(0);
        taken += at;
        left = left.slice(at + 1);
      }
      taken += left.length;
      expect(taken).toBeLessThanOrEqual(report.numbers * 3);
      if (report.numbers === 0) expect(taken).toBe(0);
      for (const block of blocks) block.check();
    }), { numRuns: 300 });
  });
});
