// What comes of the files in test/fixtures/docx (how they were made: make-in.py): heads,
// headings with their numbers, notes, comments, tables, changes, and what is named.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../core/import/index';
import { docxOf, wp } from '../../../test/docx-file';
import { byParagraph, importDocx, type ImportedWord } from './import-docx';
import { importOldWord } from './old-word';
import type { RevisionChoice } from './tally';

const fixture = (name: string): Uint8Array => readFileSync(path.resolve(import.meta.dirname, '../../../test/fixtures/docx', name));
const imported = (name: string, revisions: RevisionChoice = 'accepted'): ImportedWord => importDocx(fixture(name), { id: 'x', name: 'x', revisions });

/** `1一 2025年工作回顾@8`, `*` for run-in. */
const headings = (word: ImportedWord): string[] =>
  outlineOf(byParagraph(word).recognition).articles.flatMap((article) => article.headings.map(({ level, number, text, runIn, line }) => `${level}${number ?? ''}${runIn ? '*' : ''} ${text}@${line ?? ''}`));
const blocks = ({ pkg }: ImportedWord): string[] => pkg.articles.flatMap(({ doc }) => Array.from({ length: doc.childCount }, (_, i) => doc.child(i).textContent));
const atoms = ({ pkg }: ImportedWord, type: string): Node[] => {
  const found: Node[] = [];
  for (const { doc } of pkg.articles) doc.descendants((node) => { if (node.type.name === type) found.push(node); });
  return found;
};
const notTaken = (word: ImportedWord): string[] => word.report.notTaken.map(({ what, where, text }) => [what, where, text].filter((part) => part !== '').join('|'));

const TITLE = '中国人民政治协商会议云岭市第九届委员会常务委员会工作报告';

describe('heads and headings', () => {
  it.each<[string, string, readonly string[]]>([
    ['in-typed.docx', TITLE, ['1一 2025年工作回顾@8', '2一* 坚持党的领导，把牢正确方向@10', '2二* 聚焦中心大局，积极建言资政@11', '31 深化专题协商@12', '32 加强民主监督@14', '1二 2026年工作安排@16', '5* 强化理论武装@18', '5* 践行履职为民@19']],
    ['in-plain.docx', TITLE, ['1一 2025年工作回顾@7', '2一* 坚持党的领导，把牢正确方向@9', '2二* 聚焦中心大局，积极建言资政@10', '1二 2026年工作安排@11', '2一* 强化理论武装@13', '2二* 践行履职为民@14']],
    ['in-lists.docx', TITLE, ['1一 2025年工作回顾@8', '2一 坚持党的领导@10', '2二 积极建言资政@12', '31 深化专题协商@13', '32 加强民主监督@15', '41 提案办理协商@17', '1二 2026年工作安排@19', '2一 强化理论武装@21', '31 深化专题调研@23']],
    ['in-mixed.docx', TITLE, ['1一 2025年工作回顾@8', '2一 坚持党的领导@10', '2二 积极建言资政@12', '31 专题协商@14', '32 民主监督@16', '2三 反映社情民意@18', '31 专题视察@19', '32 委员走访@21', '1二 2026年工作安排@23', '2一* 强化理论武装@25', '2二* 践行履职为民@26', '1二 自身建设@27', '35 五项要求@29']],
    ['in-strict.docx', TITLE, ['1一 2025年工作回顾@8', '2一* 坚持党的领导@10', '2二* 积极建言资政@11', '1二 2026年工作安排@12']],
    ['in-wps.docx', '政协云岭市第九届委员会常务委员会工作报告', ['1一 2025年工作回顾@5', '2一* 坚持党的领导@7', '2二* 积极建言资政@8', '1二 2026年工作安排@9']],
    ['in-styled.docx', '政协云岭市第九届委员会常务委员会工作报告', ['1 过去一年的工作@7', '2 坚持党的领导@9', '2 积极建言资政@11', '1 今年的主要任务@13', '2 强化理论武装@15', '2 践行履职为民@17']],
    ['in-lo-mixed.docx', TITLE, ['1一 2025年工作回顾@8', '2一 坚持党的领导@10', '2 积极建言资政@12', '31 专题协商@14', '32 民主监督@16', '2二 反映社情民意@18', '31 专题视察@19', '31 委员走访@21', '1二 2026年工作安排@23', '2一* 强化理论武装@25', '2二* 践行履职为民@26', '1二 自身建设@27', '35 五项要求@29']],
    ['in-google.docx', TITLE, ['1一 2025年工作回顾@8', '2一* 坚持党的领导，把牢正确方向@10', '2二* 聚焦中心大局，积极建言资政@11', '31 深化专题协商@12', '32 加强民主监督@14', '1二 2026年工作安排@16', '2一* 强化理论武装@18', '2二* 践行履职为民@19']],
    ['in-pages.docx', TITLE, ['1一 2025年工作回顾@8', '2一* 坚持党的领导，把牢正确方向@10', '2二* 聚焦中心大局，积极建言资政@11', '31 深化专题协商@12', '32 加强民主监督@14', '1二 2026年工作安排@16', '2一* 强化理论武装@18', '2二* 践行履职为民@19']],
    ['in-wps-numbers.docx', TITLE, ['1一 2025年工作回顾@8', '2一* 坚持党的领导，把牢正确方向@10', '2二* 聚焦中心大局，积极建言资政@11', '31 深化专题协商@12', '32 加强民主监督@14', '1二 2026年工作安排@16', '2一* 强化理论武装@18', '2二* 践行履职为民@19']],
    ['in-pandoc.docx', TITLE, ['1一 2025年工作回顾@7', '2一* 坚持党的领导，把牢正确方向@9', '2二* 聚焦中心大局，积极建言资政@10', '31 深化专题协商@11', '32 加强民主监督@13', '1二 2026年工作安排@15', '2一* 强化理论武装@17', '2二* 践行履职为民@18']],
  ])('%s', (name, title, expected) => {
    const word = imported(name);
    expect(headings(word)).toEqual(expected);
    const [article, ...others] = outlineOf(word.recognition).articles;
    expect(others).toEqual([]);
    expect(article).toMatchObject({ kind: 'report', title, occasion: '在政协云岭市第九届委员会第四次会议上', date: '2026-01-08', speaker: name === 'in-wps.docx' ? '陈岩' : '陈清远', salutation: '各位委员' });
  });

  it('a whole report in one paragraph of many breaks, in one cell of a table, in one face', () => {
    const lines = ['市政协常委会工作报告', '各位委员：', '一、2025年工作回顾', '一年来，在中共云岭市委坚强领导下，市政协常委会团结带领全体委员，围绕中心、服务大局，认真履行职能。', '（一）坚持党的领导。举办委员培训班5期，覆盖委员360人次，思想根基更加牢固，团结奋斗的共识更加广泛。', '1.深化专题协商', '围绕产业园区建设开展专题调研12项，提出意见建议86条，市委、市政府主要领导批示21件，一批建议转化为政策。', '二、2026年工作安排', '今年是新五年规划的开局之年，常委会要全面贯彻市委部署，把牢方向，凝聚共识，扎实做好各项履职工作，再上台阶。'];
    const shapes = [
      `<w:p>${lines.map((line) => `<w:r><w:t>${line}</w:t></w:r>`).join('<w:r><w:br/></w:r>')}</w:p>`, lines.map((line) => wp(line)).join(''),
      `<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>${lines.map((line) => wp(line)).join('')}</w:tc></w:tr></w:tbl>`,
    ];
    for (const shape of shapes) expect(headings(importDocx(docxOf(shape), { id: 'x', name: 'x' })).map((heading) => heading.split('@')[0])).toEqual(['1一 2025年工作回顾', '2一* 坚持党的领导', '31 深化专题协商', '1二 2026年工作安排']);
  });

  it('sentences are no headings, however short and whatever the one long paragraph looks like', () => {
    const long = wp('围绕产业园区建设开展专题调研12项，提出意见建议86条，市委、市政府主要领导批示21件，一批建议转化为政策举措，推动解决停车、养老、托育等具体问题230个，得到各方好评。');
    const body = (text: string): string => wp(text, '', '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/>');
    const word = importDocx(docxOf(wp('工作报告', '<w:jc w:val="center"/>', '<w:sz w:val="44"/>') + body('一、工作回顾') + body('一年来，市政协常委会团结带领全体委员，围绕中心、服务大局，认真履行职能，成效明显。') + long + body('二、工作安排') + body('今年是新五年规划的开局之年，常委会要把牢方向，凝聚共识，扎实做好各项工作。')), { id: 'x', name: 'x' });
    expect(headings(word).map((heading) => heading.split('@')[0])).toEqual(['1一 工作回顾', '1二 工作安排']);
  });

  it('a note’s own mark, a field without its result and a file in the file are named, not taken', () => {
    const word = importDocx(docxOf(`<w:p><w:r><w:t>工作报告</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> AUTONUM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>工作回顾</w:t></w:r></w:p><w:altChunk r:id="rId9"/>`, { footnotes: '<w:footnote w:id="1"><w:p><w:r><w:t>经常委会会议审议。</w:t></w:r></w:p></w:footnote>' }, {
      'word/_rels/document.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="/word/a.htm"/></Relationships>',
      'word/a.htm': '<html><head><title>x</title></head><body><p>附件一&ldquo;嵌&#x5165;&rdquo;的话。</p><p>第二段</p></body></html>',
    }), { id: 'x', name: 'x' });
    expect(outlineOf(word.recognition).articles[0]?.title).toBe('工作报告');
    expect(notTaken(word)).toEqual(['注的记号|第 1 段|*', '域 AUTONUM（Word 打开时才算出的文字，文件里没有存）|第 2 段', '嵌入的其他文件|第 3 段|附件一“嵌入”的话。\n第二段']);
  });

  it('the automatic numbers of lists without headings stay in the text', () => {
    expect(blocks(imported('in-lists.docx')).slice(-17)).toEqual(['附件', '一、协商议题', '1．城市更新', '①老旧小区改造', '②地下管网', '2．产业发展', '二、监督议题', '第一章　总则', '1.1目的和依据', '1.2适用范围', '第二章　分则', '2.1组织实施', '甲、甲方', '要点', '1.第一项', '乙、乙方', '2.续项']);
  });

  it('a 公文: its red head is named, its signature stands right', () => {
    const word = imported('in-red-head.docx');
    expect(outlineOf(word.recognition).articles).toMatchObject([{ kind: 'notice', title: '政协云岭市委员会办公室关于召开市政协九届四次会议的通知' }]);
    expect(notTaken(word)).toEqual(['公文版头|第 1 段|000012', '公文版头|第 2 段|特急', '公文版头|第 3 段|政协云岭市委员会办公室文件', '公文版头|第 4 段|云政协办发〔2026〕3号', '公文版记|第 16 段|抄送：中共云岭市委办公室，云岭市人民政府办公室。']);
    const right = atoms(word, 'paragraph').filter(({ attrs }) => attrs['align'] === 'right').map(({ textContent }) => textContent);
    expect(right).toEqual(['政协云岭市委员会办公室', '2026年1月2日']);
  });

  it('an annex in the title’s type stays in its report, on a page of its own', () => {
    const large = '<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>';
    const body = wp('市政协常委会工作报告', '<w:jc w:val="center"/>', large) + wp('一、工作回顾', '', '<w:rFonts w:eastAsia="黑体"/>') + wp('一年来，市政协常委会团结带领全体委员，围绕中心、服务大局，认真履行职能，各项工作取得新的成效，为全市发展作出了贡献。').repeat(3)
      + wp('名词解释', '<w:pageBreakBefore/><w:jc w:val="center"/>', large) + wp('1.有事好商量：基层协商平台，设在村和社区，由委员召集有关各方商量议事。');
    const word = importDocx(docxOf(body), { id: 'x', name: 'x' });
    expect(outlineOf(word.recognition).articles).toMatchObject([{ kind: 'report', title: '市政协常委会工作报告' }]);
    expect(atoms(word, 'paragraph').find(({ textContent }) => textContent === '名词解释')?.attrs).toMatchObject({ align: 'center', adjust: { booklet: { breakBefore: true } } });
  });

  it('sections, two columns, page and column breaks, headers', () => {
    const word = imported('in-columns.docx');
    expect(headings(word)).toEqual(['1一 2025年工作回顾@9', '1二 2026年工作安排@13', '1三 自身建设@15']);
    expect(atoms(word, 'heading').map(({ attrs }) => JSON.stringify(attrs['adjust']))).toEqual(['null', '{"booklet":{"breakBefore":true}}', '{"booklet":{"breakBefore":true}}']);
    expect(notTaken(word)).toEqual(['页眉|各页|政协云岭市第九届委员会第四次会议文件', '页脚|各页|— 1 —', '页脚|偶数页|— 1 —']);
    expect(blocks(word)).toContain('举办委员培训班5期，覆盖委员360人次，思想根基更加牢固，团结奋斗的共识更加广泛。');
  });
});

describe('tracked changes', () => {
  it.each<[RevisionChoice, readonly string[], readonly string[]]>([
    ['accepted', ['一年来，开展专题调研12项，提出意见建议86条，为全市发展作出了贡献。', '举办委员培训班5期，覆盖委员360人次，思想根基更加牢固。', '新增一段：开展“有事好商量”活动140场。', '项目数量提案320件视察12次'], ['修订：删除的文字|第 9 段|十余80', '修订：移走的文字|第 12 段|这一句移到后面。', '修订：删除的文字|第 18 段|来信', '修订：删除的文字|第 19 段|45件']],
    ['original', ['一年来，开展专题调研十余项，提出意见建议80条，为全市发展作出了贡献。', '举办委员培训班5期，覆盖委员360人次，思想根基更加牢固。', '项目数量提案320件来信45件', '这一句移到后面。常委会坚持开门办会，广泛听取意见。'], ['修订：插入的文字|第 9 段|1286', '修订：插入的文字|第 12 段|新增一段：开展“有事好商量”活动140场。', '修订：移到这里的文字|第 13 段|这一句移到后面。', '修订：插入的文字|第 20 段|视察', '修订：插入的文字|第 21 段|12次']],
  ])('%s: the text, and what it leaves out', (choice, holds, names) => {
    const word = imported('in-changes.docx', choice);
    expect(blocks(word)).toEqual(expect.arrayContaining([...holds]));
    expect(notTaken(word)).toEqual(names);
    expect(word.report.revisions).toEqual({ choice, insertions: 5, deletions: 4, moves: 1, formatting: 1, authors: ['李岩', '周敏'] });
  });
});

describe('comments', () => {
  it('stand on their words with author, date and answers; ticked off ones are done', () => {
    const word = imported('in-comments.docx');
    expect(word.pkg.comments).toEqual([
      { id: 'w0', article: 'a1', done: true, quote: '12项', entries: [{ by: '周敏', at: '2026-01-05T09:30:00', text: '请与提案委核对' }, { by: '秘书处', at: '2026-01-05T10:05:00', text: '已核，是12项' }] },
      { id: 'w2', article: 'a1', done: false, quote: '覆盖委员360人次。走访界别群众', entries: [{ by: '李岩', at: '2026-01-06T08:00:00', text: '两句可以合并' }] },
      { id: 'w3', article: 'a1', done: false, quote: '推动解决具体问题230个。', entries: [{ by: '周敏', at: '2026-01-06T08:20:00', text: '补充托育问题' }] },
      { id: 'w4', article: 'a1', done: false, quote: TITLE, entries: [{ by: '办公室', at: '2026-01-06T16:40:00', text: '题目按上次会议的写法' }] },
    ]);
    const marked: string[] = [];
    for (const { doc } of word.pkg.articles) doc.descendants((node) => { for (const mark of node.marks) if (mark.type.name === 'comment') marked.push(`${String(mark.attrs['id'])} ${node.text ?? ''}`); });
    expect(marked).toEqual(['w0 12项', 'w2 覆盖委员360人次。', 'w2 走访界别群众', 'w3 推动解决具体问题230个。']);
    expect(word.pkg.articles[0]?.fields['deck.main']?.firstChild?.firstChild?.marks.map(({ attrs }) => attrs['id'] as string)).toEqual(['w4']);
  });

  it('one on a heading’s number and words stands on the words', () => {
    const word = importDocx(docxOf(`${wp('工作报告')}<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>一、工作回顾</w:t></w:r><w:commentRangeEnd w:id="1"/></w:p>${wp('一年来，各项工作取得新的成效，委员们履职尽责。')}`, { comments: '<w:comment w:id="1" w:author="甲"><w:p><w:r><w:t>改</w:t></w:r></w:p></w:comment>' }), { id: 'x', name: 'x' });
    expect(atoms(word, 'text').filter(({ marks }) => marks.length > 0).map(({ text }) => text)).toEqual(['工作回顾']);
  });
});

describe('tables, boxes, notes, fields', () => {
  it('tables keep rows and columns; merged cells are empty behind their first; nested and layout tables are text', () => {
    const word = imported('in-tables.docx');
    const tables = atoms(word, 'table').map((table) => Array.from({ length: table.childCount }, (_, r) => Array.from({ length: table.child(r).childCount }, (_cell, c) => table.child(r).child(c).textContent).join('|')));
    expect(tables).toEqual([
      ['项目|2024年|2025年', '提案|298件|320件', '合计||618件'], ['专委会|姓名|职务', '|王立新|主任', '||副主任'], ['内甲 内乙 表中表之后|外乙', '外丙|外丁'], ['1号|陈清远|主席', '2号|周敏|副主席', '3号|李岩|秘书长'],
    ]);
    expect(blocks(word)).toEqual(expect.arrayContaining(['框内第一段：常委会坚持学思用贯通。', '框内第二段：知信行统一。']));
    expect(headings(word).map((heading) => heading.split('@')[0])).toEqual(['1一 2025年工作回顾', '1二 名单']);
  });

  it('a text box comes once, behind its paragraph; SmartArt and WordArt as paragraphs; the picture goes to the assets', () => {
    const word = imported('in-boxes.docx');
    const all = blocks(word);
    expect(all.filter((text) => text === '文本框里的一句话：开展协商活动140场。')).toHaveLength(1);
    expect(all).toEqual(expect.arrayContaining(['旧式文本框的文字。', '凝心聚力谱新篇', '协商在前', '监督在中', '落实在后']));
    expect([...word.pkg.assets.keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.png$/)]);
    expect(word.report.found.map(({ what }) => what)).toEqual(expect.arrayContaining(['文本框', '艺术字', '智能图形', '图片']));
  });

  it('notes are anchors with their terms; contents, hidden text, prompts, ruby and unknown signs are named', () => {
    const word = imported('in-fields.docx');
    expect(atoms(word, 'note').map(({ attrs }) => `${String(attrs['term'])}＝${String(attrs['text'])}`)).toEqual(['有事好商量＝云岭市政协搭建的基层协商平台。', '数字政协＝数字政协是指运用信息技术服务委员履职的做法。', '落实一府两院＝市人民政府和市中级人民法院、市人民检察院。']);
    expect(notTaken(word)).toEqual(['目录|第 8 段|目　录', '目录|第 9 段|一、2025年工作回顾1', '目录|第 10 段|二、2026年工作安排7', '符号|第 14 段|〔自造字 E123〕', '隐藏文字|第 15 段|内部口径', '注音|第 16 段|jié', '内容控件的提示文字|第 17 段|单击此处输入文字', '脚注（正文里没有取入它的位置）|没有引用的脚注。']);
    expect(blocks(word)).toEqual(expect.arrayContaining(['引文见第二部分，共12页，更新于1月8日。', '已办结☑，未办结□。', '公开口径以会议文件为准，电话0870-1234567。', '界别活动增长率为a=b+12%。', '云岭会堂是会议地点，联系市政协网站查询。', '第一句话写完了。', '第二句话另起一行，常委会要把牢方向，凝聚共识，扎实做好各项履职工作。']));
    expect(headings(word)).toContain('2一* 坚持党的领导@18');
  });

  it('bold, 黑体 and 楷体 inside a paragraph are marks; a paragraph bold from end to end in a bold file is not', () => {
    const body = '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/>';
    const word = importDocx(docxOf(`${wp('工作报告')}<w:p><w:r><w:rPr>${body}</w:rPr><w:t>一年来，我们坚持</w:t></w:r><w:r><w:rPr>${body}<w:b/></w:rPr><w:t>建言资政</w:t></w:r><w:r><w:rPr><w:rFonts w:eastAsia="楷体"/><w:sz w:val="32"/></w:rPr><w:t>和凝聚共识</w:t></w:r><w:r><w:rPr>${body}</w:rPr><w:t>双向发力，各项工作取得新的成效，为全市改革发展稳定作出了新的更大的贡献。</w:t></w:r></w:p>`), { id: 'x', name: 'x' });
    expect(atoms(word, 'text').filter(({ marks }) => marks.length > 0).map(({ text, marks }) => `${text} ${marks.map(({ type }) => type.name).join()}`)).toEqual(['建言资政 strong', '和凝聚共识 kai']);
  });

  it('a cover that says the title once more is named, not read as text', () => {
    const word = imported('in-last-year.docx');
    expect(notTaken(word).filter((entry) => entry.startsWith('封面'))).toEqual(['封面|第 1 段|政协云岭市第九届委员会第三次会议文件', '封面|第 2 段|政协云岭市第九届委员会', '封面|第 3 段|常务委员会工作报告', '封面|第 4 段|陈清远', '封面|第 5 段|2025年1月']);
    expect(outlineOf(word.recognition).articles).toMatchObject([{ title: '政协云岭市第九届委员会常务委员会工作报告', date: '2025-01-09' }]);
  });
});

it('an old .doc gives its text to the recogniser, with the losses named', async () => {
  const word = await importOldWord(fixture('in-old.doc'), { id: 'x', name: 'x' });
  expect(headings(word).map((heading) => heading.split('@')[0])).toEqual(['1一 2025年工作回顾', '2一* 坚持党的领导，把牢正确方向', '2二* 聚焦中心大局，积极建言资政', '31 深化专题协商', '32 加强民主监督', '1二 2026年工作安排', '5* 强化理论武装', '5* 践行履职为民']);
  expect(notTaken(word)).toEqual(expect.arrayContaining(['修订的痕迹（按接受修订取入）|旧 Word 格式只取文字']));
  // word-extractor left to itself would make them straight.
  expect(word.text).toContain('“有事好商量”');
});
