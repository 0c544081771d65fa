// What Word would trip over in the files that we write: order of elements, ids, targets
// of relations, bytes that differ; and what the house asks of them (issue 5, part 2).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { strFromU8 } from 'fflate';
import { schema } from '../../src/core/model/schema';
import type { Article, Edition, Package } from '../../src/core/model/package';
import type { SheetMaster } from '../../src/core/model/master';
import { Typesetter } from '../../src/core/typeset';
import { readPackage } from '../../src/core/model/package-file';
import { readArchive } from '../../src/core/model/zip-archive';
import { docxLayout } from '../../src/docx/write/layout';
import { writeDocx } from '../../src/docx/write/write-docx';
import { childrenOf, descendantsOf, elementsOf, parseXml, textOf, type XmlElement, valueOf } from '../../src/docx/read/xml-tree';
import { article, br, doc, field, h, heading, lead, marked, note, omit, p, packageOf, par, placeholder, table } from '../build';
import { FAKE, shipped } from '../build-edition';
import { samplePackage, sampleEditions } from '../sample-package';
import { orderFaults } from './element-order';

type Sheet = Edition & { readonly master: SheetMaster };

function written(pkg: Package, edition: Edition): ReadonlyMap<string, string> {
  const typeset = new Typesetter(FAKE).typeset(pkg, edition);
  const layout = docxLayout(typeset.list, typeset.origins, edition.master as SheetMaster);
  const bytes = writeDocx({ pkg, edition: edition as Sheet, layout, faces: {}, date: '2026-01-12' });
  return new Map([...readArchive(bytes)].map(([name, data]) => [name, strFromU8(data)]));
}

const booklet = (articles: readonly Article[], parts: Partial<NonNullable<Edition['booklet']>> = {}): Edition =>
  shipped('gb', articles.map(({ id }) => id), { id: 'booklet', booklet: { cover: false, number: null, collect: false, contents: false, annex: false, multiple: 1, ...parts } });

/** document.xml of one report of these blocks. */
function documentOf(blocks: Parameters<typeof doc>, more: { pkg?: Partial<Package>; parts?: Partial<NonNullable<Edition['booklet']>> } = {}): XmlElement {
  const one = article('r', 'report', doc(...blocks));
  return parseXml(written({ ...packageOf([one]), ...more.pkg }, booklet([one], more.parts)).get('word/document.xml')!, 'document');
}

const paragraphs = (root: XmlElement): XmlElement[] => descendantsOf(root, 'w:p');
const textIn = (one: XmlElement): string => descendantsOf(one, 'w:t').map(textOf).join('');
const properties = (one: XmlElement | undefined): XmlElement => childrenOf(one, 'w:pPr')[0]!;

const SAMPLE = readPackage(new Uint8Array(readFileSync('resources/samples/yunling.banxin'))).pkg;

/** The bundled sample with one of everything more: a fictional report under every mark. */
const FILES: readonly (readonly [string, ReadonlyMap<string, string>])[] = [
  ['the bundled booklet', written(SAMPLE, SAMPLE.editions.find(({ id }) => id === 'booklet')!)],
  ['the speech', written(SAMPLE, SAMPLE.editions.find(({ kind }) => kind === 'speech')!)],
  ['one of everything', written(samplePackage, { ...sampleEditions[0]!, look: shipped('gb', []).look })],
  ['a draft', written(SAMPLE, shipped('draft', ['report'], { id: 'draft', printedAt: '2026-01-12T16:20' }))],
];

describe.each(FILES)('%s', (_name, files) => {
  const trees = [...files].filter(([name]) => /\.(?:xml|rels)$/.test(name)).map(([name, xml]) => ({ name, root: parseXml(xml, name) }));

  it('has the elements of every part in the standard’s order', () => {
    expect(trees.flatMap(({ name, root }) => orderFaults(root).map((fault) => `${name}: ${fault}`))).toEqual([]);
  });

  it('names no part that is not there, and has no part that nobody names', () => {
    const named = new Set(['[Content_Types].xml']);
    for (const { name, root } of trees) {
      if (!name.endsWith('.rels')) continue;
      named.add(name);
      const folder = name.replace(/_rels\/[^/]+$/, '');
      for (const relation of elementsOf(root)) named.add(new URL(relation.attributes.get('Target')!, `file:///${folder}`).pathname.slice(1));
    }
    expect([...files.keys()].filter((name) => !named.has(name))).toEqual([]);
    expect([...named].filter((name) => !files.has(name))).toEqual([]);
  });

  it('has each id once: content controls, bookmarks, relations; and every style, list and relation that is asked for', () => {
    const document = trees.find(({ name }) => name === 'word/document.xml')!.root;
    const styles = trees.find(({ name }) => name === 'word/styles.xml')!.root;
    const numbering = trees.find(({ name }) => name === 'word/numbering.xml')!.root;
    const relations = trees.find(({ name }) => name === 'word/_rels/document.xml.rels')!.root;
    const idsOf = (name: string): (string | undefined)[] => descendantsOf(document, name).map((one) => one.attributes.get('w:id'));
    const twice = (values: readonly string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i);
    expect(twice(descendantsOf(document, 'w:sdtPr').map((one) => valueOf(one, 'w:id')!))).toEqual([]);
    expect(twice(descendantsOf(document, 'w:bookmarkStart').map((one) => one.attributes.get('w:id')!))).toEqual([]);
    expect(twice(descendantsOf(document, 'w:bookmarkStart').map((one) => one.attributes.get('w:name')!))).toEqual([]);
    expect(new Set(idsOf('w:bookmarkEnd'))).toEqual(new Set(idsOf('w:bookmarkStart')));
    const ids = childrenOf(styles, 'w:style').map((one) => one.attributes.get('w:styleId')!);
    expect(twice(ids)).toEqual([]);
    const asked = [document, ...trees.filter(({ name }) => /footer|header|comments/.test(name)).map(({ root }) => root)]
      .flatMap((root) => ['w:pStyle', 'w:rStyle'].flatMap((name) => descendantsOf(root, name))).map((one) => one.attributes.get('w:val')!);
    for (const link of ['w:basedOn', 'w:next', 'w:link']) asked.push(...descendantsOf(styles, link).map((one) => one.attributes.get('w:val')!));
    asked.push(...descendantsOf(numbering, 'w:pStyle').map((one) => one.attributes.get('w:val')!));
    expect([...new Set(asked)].filter((id) => !ids.includes(id))).toEqual([]);
    const lists = childrenOf(numbering, 'w:num').map((one) => one.attributes.get('w:numId')!);
    expect(descendantsOf(document, 'w:numId').map((one) => one.attributes.get('w:val')!).filter((id) => id !== '0' && !lists.includes(id))).toEqual([]);
    const targets = elementsOf(relations).map((one) => one.attributes.get('Id')!);
    const references = ['w:footerReference', 'w:headerReference'].flatMap((name) => descendantsOf(document, name)).map((one) => one.attributes.get('r:id')!);
    expect(references.filter((id) => !targets.includes(id))).toEqual([]);
  });

  it('has no theme fonts, Chinese as its language, mode 15', () => {
    for (const [name, xml] of files) expect(xml, name).not.toMatch(/w:(?:ascii|hAnsi|eastAsia|cs)Theme=/);
    expect(files.get('word/styles.xml')).toContain('w:eastAsia="zh-CN"');
    expect(files.get('word/settings.xml')).toMatch(/w:name="compatibilityMode"[^>]+w:val="15"/);
  });

  it('hints East Asia wherever a character stands in both worlds (TYPESETTING 18)', () => {
    const document = trees.find(({ name }) => name === 'word/document.xml')!.root;
    const runs = descendantsOf(document, 'w:r').filter((run) => /[“”‘’—…·×]/.test(textIn(run)));
    expect(runs.length).toBeGreaterThan(0);
    const unhinted = runs.filter((run) => childrenOf(childrenOf(run, 'w:rPr')[0], 'w:rFonts')[0]?.attributes.get('w:hint') !== 'eastAsia');
    expect(unhinted.map(textIn)).toEqual([]);
  });
});

it.each([
  ['<w:p xmlns:w="W"><w:r/><w:pPr/></w:p>', ['w:pPr is not first in w:p']],
  ['<w:pPr xmlns:w="W"><w:jc/><w:ind/></w:pPr>', ['w:ind stands behind w:jc in w:pPr']],
  ['<w:rPr xmlns:w="W"><w:rStile/></w:rPr>', ['w:rPr holds w:rStile, which it may not']],
  ['<w:tc xmlns:w="W"><w:p/><w:tbl/></w:tc>', ['a cell does not end with a paragraph']],
])('the checker sees %s', (xml, faults) => {
  expect(orderFaults(parseXml(xml.replace('"W"', '"http://schemas.openxmlformats.org/wordprocessingml/2006/main"'), 'part'))).toEqual(faults);
});

it('the same package gives the same bytes', () => {
  const edition = SAMPLE.editions.find(({ id }) => id === 'booklet')!;
  expect([...written(SAMPLE, edition)]).toEqual([...FILES[0]![1]]);
});

describe('the sheet of GB/T 9704', () => {
  const document = parseXml(FILES[0]![1].get('word/document.xml')!, 'document');
  const sections = descendantsOf(document, 'w:sectPr');
  it('A4, margins 37, 28, 35, 26 mm, mirrored', () => {
    for (const section of sections) {
      const { attributes } = childrenOf(section, 'w:pgMar')[0]!;
      const mm = (side: string): number => (Number(attributes.get(`w:${side}`)) / 20) * (25.4 / 72);
      expect([mm('top'), mm('left'), mm('bottom'), mm('right')].map(Math.round)).toEqual([37, 28, 35, 26]);
    }
    expect(FILES[0]![1].get('word/settings.xml')).toContain('<w:mirrorMargins/>');
    expect(FILES[0]![1].get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  });
  it('22 lines of 28 characters fill the type area (G-20)', () => {
    const { attributes } = childrenOf(sections[0], 'w:docGrid')[0]!;
    const size = childrenOf(sections[0], 'w:pgSz')[0]!.attributes;
    const margins = childrenOf(sections[0], 'w:pgMar')[0]!.attributes;
    const of = (map: ReadonlyMap<string, string>, name: string): number => Number(map.get(`w:${name}`));
    expect(attributes.get('w:type')).toBe('linesAndChars');
    const height = of(size, 'h') - of(margins, 'top') - of(margins, 'bottom');
    expect(Math.floor(height / of(attributes, 'linePitch'))).toBe(22);
    const width = (of(size, 'w') - of(margins, 'left') - of(margins, 'right')) / 20;
    expect(width / (16 + of(attributes, 'charSpace') / 4096)).toBeCloseTo(28, 1);
  });
  it('numbers outside, — 1 —, from the first page of the text on', () => {
    const odd = parseXml(FILES[0]![1].get('word/footerOdd.xml')!, 'footer');
    expect(valueOf(properties(paragraphs(odd)[0]), 'w:jc')).toBe('right');
    expect(textIn(odd)).toBe('— 1 —');
    expect(valueOf(properties(paragraphs(parseXml(FILES[0]![1].get('word/footerEven.xml')!, 'footer'))[0]), 'w:jc')).toBe('left');
    expect(sections.map((section) => childrenOf(section, 'w:pgNumType')[0]?.attributes.get('w:start'))).toEqual([undefined, undefined, '1', undefined]);
    expect(sections.map((section) => childrenOf(section, 'w:footerReference')[0]?.attributes.get('r:id'))).toEqual(['footerNone', 'footerNone', 'footerEven', 'footerEven']);
  });
});

describe('headings', () => {
  it('are numbered by Word’s own list, linked to the heading styles', () => {
    const document = documentOf([h(1, '总结'), h(2, '甲'), h(3, '乙'), h(4, '丙'), h(1, '安排')]);
    expect(paragraphs(document).map((one) => [valueOf(properties(one), 'w:pStyle'), textIn(one)])).toEqual([['Heading1', '总结'], ['Heading2', '甲'], ['Heading3', '乙'], ['Heading4', '丙'], ['Heading1', '安排']]);
    expect(descendantsOf(document, 'w:numPr')).toEqual([]);
  });
  const levels = (numbering: XmlElement, list: string): string[] => {
    const abstract = valueOf(childrenOf(numbering, 'w:num').find((one) => one.attributes.get('w:numId') === list), 'w:abstractNumId');
    return childrenOf(childrenOf(numbering, 'w:abstractNum').find((one) => one.attributes.get('w:abstractNumId') === abstract), 'w:lvl')
      .map((level) => `${valueOf(level, 'w:start')} ${valueOf(level, 'w:numFmt')} ${valueOf(level, 'w:lvlText')}`);
  };
  const numberingOf = (...blocks: Parameters<typeof doc>): { numbering: XmlElement; used: (string | undefined)[] } => {
    const one = article('r', 'report', doc(...blocks));
    const files = written(packageOf([one]), booklet([one]));
    const document = parseXml(files.get('word/document.xml')!, 'document');
    return { numbering: parseXml(files.get('word/numbering.xml')!, 'numbering'), used: paragraphs(document).map((one) => valueOf(childrenOf(properties(one), 'w:numPr')[0], 'w:numId')) };
  };
  it('have the four marks of the house', () => {
    expect(levels(numberingOf(h(1, '甲')).numbering, '1')).toEqual(['1 chineseCounting %1、', '1 chineseCounting （%2）', '1 decimal %3.', '1 decimal （%4）']);
  });
  it('begin where the text’s own number does, in a list of their own', () => {
    const { numbering, used } = numberingOf(heading({ level: 2, start: 5 }, '甲'), h(2, '乙'));
    expect(used).toEqual(['2', '2']);
    expect(levels(numbering, '2')[1]).toBe('5 chineseCounting （%2）');
  });
  it('restart below an unnumbered heading, as ours do and Word’s would not', () => {
    const { numbering, used } = numberingOf(h(1, '甲'), h(2, '子'), heading({ level: 1, numbered: false }, '乙'), h(2, '丑'), h(1, '丙'));
    // 二、 behind it is the styles' own list again.
    expect(used).toEqual([undefined, undefined, '0', '2', undefined]);
    expect(levels(numbering, '2')[1]).toBe('1 chineseCounting （%2）');
  });
  it('begin anew where a lower level stood before them: Word has counted the level that was passed over', () => {
    const { numbering, used } = numberingOf(h(1, '甲'), h(3, '子'), h(2, '丑'), h(2, '寅'), h(1, '乙'));
    expect(used).toEqual([undefined, undefined, '2', '2', undefined]);
    expect(levels(numbering, '2')[1]).toBe('1 chineseCounting （%2）');
  });
  it('keep 第一， as their author wrote it', () => {
    const { numbering, used } = numberingOf(h(1, '甲'), heading({ level: 2, form: 'di' }, '子'), heading({ level: 2, form: 'di' }, '丑'));
    expect(used).toEqual([undefined, '2', '2']);
    expect(levels(numbering, '2')[1]).toBe('1 chineseCounting 第%2，');
  });
  it('run in: the lead in the linked character style, the number of the same list', () => {
    const [one] = paragraphs(documentOf([par({ head: { level: 2 } }, lead('固本铸魂。'), '深入学习。')]));
    expect(valueOf(properties(one), 'w:pStyle')).toBe('BxRunIn2');
    const numbered = childrenOf(properties(one), 'w:numPr')[0];
    expect([valueOf(numbered, 'w:ilvl'), valueOf(numbered, 'w:numId')]).toEqual(['1', '1']);
    expect(descendantsOf(one!, 'w:r').map((run) => [valueOf(childrenOf(run, 'w:rPr')[0], 'w:rStyle'), textIn(run)])).toEqual([['Heading2Char', '固本铸魂。'], [undefined, '深入学习。']]);
  });
});

describe('what Word has no words for', () => {
  const tags = (root: XmlElement): (readonly [string | undefined, string])[] => descendantsOf(root, 'w:sdt').map((one) => [valueOf(childrenOf(one, 'w:sdtPr')[0], 'w:tag'), textIn(one)]);
  it('placeholders are content controls that show what is missing and cannot be deleted by a slip', () => {
    const document = documentOf([p('提案', placeholder(), '件')]);
    expect(tags(document)).toEqual([['banxin:placeholder:figure', '〔数字：待填〕']]);
    expect(valueOf(descendantsOf(document, 'w:sdtPr')[0], 'w:lock')).toBe('sdtLocked');
  });
  it('a value of the record, a doubt and what the paper leaves out are controls with their words', () => {
    const document = documentOf([p(field('term', 'di'), '届', marked('doubt', null, '三成'), omit('newspaper', '略去的'))], { pkg: { meeting: { ...packageOf([]).meeting, term: 5 } } });
    expect(tags(document)).toEqual([['banxin:field:term:di', '第五届'], ['banxin:doubt', '三成'], ['banxin:omit:newspaper', '略去的']]);
  });
  it('what this edition leaves out is not in the file, hidden or otherwise', () => {
    expect(textIn(documentOf([p('留下', omit('booklet', '略去的'))]))).toBe('留下');
  });
  it('the 稿次 stands under the title and on the cover, once each, as in the booklet; a speech has it under the title', () => {
    const one = article('r', 'report', doc(p('正文')), { 'deck.main': '工作报告', 'head.occasion': '在会议上' });
    const pkg: Package = { ...packageOf([one]), stage: '常委会审议稿（草案）' };
    const lines = (edition: Edition): string[] => paragraphs(parseXml(written(pkg, edition).get('word/document.xml')!, 'document')).map((at) => `${valueOf(properties(at), 'w:pStyle') ?? ''} ${textIn(at)}`);
    expect(lines(booklet([one], { cover: true })).filter((line) => line.includes('审议稿') || line.includes('在会议上'))).toEqual([
      'BxCoverOccasion （常委会审议稿草案）', 'BxCoverOccasion 在会议上', 'BxStage （常委会审议稿草案）', 'BxOccasion 在会议上',
    ]);
    expect(lines({ ...booklet([one]), kind: 'speech' }).filter((line) => line.includes('审议稿'))).toEqual(['BxStage （常委会审议稿草案）']);
  });
  it('a note’s anchor prints its number where there is an annex, and is a hidden bookmark where there is none', () => {
    const blocks: Parameters<typeof doc> = [p('机制', note('机制', '一个平台'), '好')];
    const annexed = documentOf(blocks, { parts: { annex: true } });
    expect(tags(annexed)).toEqual([['banxin:note:2', '〔1〕']]);
    expect(paragraphs(annexed).map(textIn)).toEqual(['机制〔1〕好', '名　词　解　释', '1.机制：一个平台']);
    const plain = documentOf(blocks);
    expect(textIn(plain)).toBe('机制好');
    expect(descendantsOf(plain, 'w:bookmarkStart').map((one) => one.attributes.get('w:name'))).toEqual(['_bx1', '_bx2']);
  });
  it('批注 with an answer are comments of their authors, tied to each other', () => {
    const comments = [{ id: 'c', article: 'r', done: true, entries: [{ by: '老王', at: '2026-01-05T02:30:00.000Z', text: '核一下' }, { by: '小李', at: '2026-01-06', text: '已核' }] }];
    const one = article('r', 'report', doc(p('提案', marked('comment', { id: 'c' }, '立案'), '件')));
    const files = written({ ...packageOf([one]), comments }, booklet([one]));
    const parsed = parseXml(files.get('word/comments.xml')!, 'comments');
    expect(childrenOf(parsed, 'w:comment').map((c) => [c.attributes.get('w:author'), c.attributes.get('w:date'), textIn(c)])).toEqual([['老王', '2026-01-05T02:30:00Z', '核一下'], ['小李', '2026-01-06T00:00:00Z', '已核']]);
    expect(files.get('word/commentsExtended.xml')).toMatch(/paraIdParent="42580001" w15:done="1"/);
    expect(files.get('word/people.xml')).toContain('w15:author="老王"');
    expect(files.get('word/document.xml')).toMatch(/<w:commentRangeStart w:id="0"\/><w:commentRangeStart w:id="1"\/><w:r><w:t>立案<\/w:t><\/w:r><w:commentRangeEnd w:id="0"\/>/);
  });
  it('what a reviewer put in and struck out are tracked changes', () => {
    const document = documentOf([p('甲', marked('deleted', { by: '甲', at: 1 }, '旧'), marked('inserted', { by: '乙', at: 2 }, '新'))]);
    expect(descendantsOf(document, 'w:del').map((one) => [one.attributes.get('w:author'), textOf(descendantsOf(one, 'w:delText')[0]!)])).toEqual([['甲', '旧']]);
    expect(descendantsOf(document, 'w:ins').map((one) => [one.attributes.get('w:author'), textIn(one)])).toEqual([['乙', '新']]);
  });
  it('a tracked change stands inside a control, not around it, and a placeholder that came with one is no prompt: LibreOffice loses both', () => {
    const document = documentOf([p('立案', marked('deleted', { by: '甲', at: 1 }, '163'), marked('inserted', { by: '甲', at: 1 }, placeholder('figure'), '余'), '件。')]);
    const controls = descendantsOf(document, 'w:sdt');
    expect(controls.map((one) => [descendantsOf(one, 'w:ins').map(textIn), descendantsOf(one, 'w:showingPlcHdr').length])).toEqual([[['〔数字：待填〕'], 0]]);
    expect(descendantsOf(document, 'w:ins').flatMap((one) => descendantsOf(one, 'w:sdt'))).toEqual([]);
    expect(descendantsOf(document, 'w:ins').map(textIn)).toEqual(['〔数字：待填〕', '余']);
  });
  it('a paragraph, or a row, that came or went whole has its mark tracked too, and no control in it; the last of a text keeps its mark', () => {
    const [ins, del] = [{ by: '甲', at: 1 }, { by: '甲', at: 1 }];
    const document = documentOf([p(marked('deleted', del, '旧段')), p(marked('inserted', ins, '新段', placeholder('figure'))), p('留', marked('inserted', ins, '新')), table([marked('inserted', ins, '表')]), p(marked('inserted', ins, '末段'))]);
    const marks = descendantsOf(document, 'w:p').map((one) => [textIn(one), descendantsOf(childrenOf(one, 'w:pPr')[0]!, 'w:rPr').flatMap((own) => [...descendantsOf(own, 'w:ins'), ...descendantsOf(own, 'w:del')]).map(({ name }) => name)]);
    expect(marks.slice(-5)).toEqual([['', ['w:del']], ['新段〔数字：待填〕', ['w:ins']], ['留新', []], ['表', ['w:ins']], ['末段', []]]);
    expect(descendantsOf(document, 'w:trPr').flatMap((one) => descendantsOf(one, 'w:ins'))).toHaveLength(1);
    expect(descendantsOf(document, 'w:sdt')).toEqual([]);
  });
  it('a title’s lines end where the booklet’s do; an author’s own break is another', () => {
    const one = article('r', 'report', doc(p('正文')), { 'deck.main': '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', 'deck.sub': ['甲', br, '乙'] });
    const document = parseXml(written(packageOf([one]), booklet([one])).get('word/document.xml')!, 'document');
    const breaks = descendantsOf(document, 'w:br').length;
    const set = descendantsOf(document, 'w:r').filter((run) => valueOf(childrenOf(run, 'w:rPr')[0], 'w:rStyle') === 'BxSetBreak');
    expect([breaks, set.length]).toEqual([2, 1]);
  });
  it.each([['公告', '公|告', 40], ['开幕词', '开幕|词', 20], ['会议议程', '会议议|程', 10]])('T-37: %s stands wide by character spacing, its text unchanged', (title, runs, perSize) => {
    const one = article('r', 'notice', doc(p('正文')), { 'deck.main': title });
    const [first] = paragraphs(parseXml(written(packageOf([one]), booklet([one])).get('word/document.xml')!, 'document'));
    const own = childrenOf(first!, 'w:r');
    expect(own.map(textIn).join('|')).toBe(runs);
    // 二号 is 22 pt, 44 in half points; the spacing is in twentieths.
    expect(own.map((run) => Number(valueOf(childrenOf(run, 'w:rPr')[0], 'w:spacing') ?? 0))).toEqual([22 * perSize, 0]);
  });
  it('G-21: behind the title block’s last line a blank row, by its own spacing where its style has none', () => {
    const after = (fields: Record<string, string>) => paragraphs(parseXml(written(packageOf([article('r', 'report', doc(p('正文')), fields)]), booklet([article('r', 'report', doc(p('正文')), fields)])).get('word/document.xml')!, 'document'))
      .slice(0, Object.keys(fields).length).map((one) => childrenOf(childrenOf(one, 'w:pPr')[0]!, 'w:spacing').map((own) => own.attributes.get('w:afterLines')).join());
    expect(after({ 'deck.main': '政协云岭市第五届委员会公告' })).toEqual(['100']);
    expect(after({ 'deck.main': '政协云岭市第五届委员会决议', 'head.date': '（2026年1月15日通过）', 'head.salutation': '各位委员：' })).toEqual(['', '100', '']);
    // The speaker's style has it.
    expect(after({ 'deck.main': '政协云岭市第五届委员会报告', 'head.speaker': '江一帆' })).toEqual(['', '']);
  });
  it('a longer title, one with Latin, and one in pieces do not', () => {
    for (const title of ['会议的议程', 'AI问', ['开幕', br, '词']]) {
      const one = article('r', 'notice', doc(p('正文')), { 'deck.main': title });
      const document = parseXml(written(packageOf([one]), booklet([one])).get('word/document.xml')!, 'document');
      expect(descendantsOf(document, 'w:rPr').some((own) => valueOf(own, 'w:spacing') !== null && valueOf(own, 'w:spacing') !== undefined)).toBe(false);
    }
  });
  it('tables are tables, first row repeated, with a paragraph behind them', () => {
    const document = documentOf([table(['类别', '件数'], ['提案', '110']), table(['甲', '乙'], ['丙', '丁'])]);
    expect(descendantsOf(document, 'w:tbl').map((one) => childrenOf(one, 'w:tr').map((row) => childrenOf(row, 'w:tc').map(textIn)))).toEqual([[['类别', '件数'], ['提案', '110']], [['甲', '乙'], ['丙', '丁']]]);
    expect(elementsOf(childrenOf(document, 'w:body')[0]!).map(({ name }) => name)).toEqual(['w:tbl', 'w:p', 'w:tbl', 'w:p', 'w:sectPr']);
    expect(descendantsOf(document, 'w:tblHeader')).toHaveLength(2);
  });
  it('controls are left out, what is no character shows so; the file stays well-formed', () => {
    const document = documentOf([h(1, '甲&乙<丙>'), schema.node('paragraph', null, [schema.text('a\u0001b\ud800c')])]);
    expect(paragraphs(document).map(textIn)).toEqual(['甲&乙<丙>', 'ab\ufffdc']);
  });
});
