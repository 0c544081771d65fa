// Own Word file → import gives the package's structure exactly (issue 5, part 3): one
// of everything, the bundled sample, and random packages; and what a Word user did to
// it comes back as he left it.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strFromU8, strToU8 } from 'fflate';
import type { Node } from 'prosemirror-model';
import type { Edition, Package } from '../../src/core/model/package';
import { FIELD_PATHS } from '../../src/core/model/package';
import { schema, type HeadAttrs } from '../../src/core/model/schema';
import type { SheetMaster } from '../../src/core/model/master';
import { readPackage } from '../../src/core/model/package-file';
import { readArchive, writeArchive } from '../../src/core/model/zip-archive';
import { Typesetter } from '../../src/core/typeset';
import { readOwn } from '../../src/docx/own/read-own';
import { takeBack } from '../../src/core/report/take-back/take-back';
import { readDocx } from '../../src/docx/read/document';
import { importDocx } from '../../src/docx/read/import-docx';
import { docxLayout } from '../../src/docx/write/layout';
import { writeDocx } from '../../src/docx/write/write-docx';
import { article, br, doc, field, h, heading, lead, marked, note, omit, p, packageOf, par, placeholder, table } from '../build';
import { FAKE, shipped } from '../build-edition';
import { samplePackage, sampleEditions } from '../sample-package';
import { asWordSaves } from './as-word-saves';

type Sheet = Edition & { readonly master: SheetMaster };

function written(pkg: Package, edition: Edition): Uint8Array {
  const typeset = new Typesetter(FAKE).typeset(pkg, edition);
  return writeDocx({ pkg, edition: edition as Sheet, layout: docxLayout(typeset.list, typeset.origins, edition.master as SheetMaster), faces: {}, date: null });
}

const readBack = (bytes: Uint8Array, revisions: 'accepted' | 'original' = 'accepted'): Package => readOwn(bytes, readDocx(bytes), revisions)!.pkg;

const plain = (pkg: Package): unknown => ({
  id: pkg.id, name: pkg.name, stage: pkg.stage, meeting: pkg.meeting, comments: pkg.comments,
  articles: pkg.articles.map(({ id, kind, label, fields, doc: root }) => ({ id, kind, label, fields: Object.fromEntries(FIELD_PATHS.map((path) => [path, fields[path]?.toJSON() as unknown])), doc: root.toJSON() as unknown })),
});

/** The articles of an edition alone: the file holds no others. */
const of = (pkg: Package, edition: Edition): Package => ({ ...pkg, articles: edition.articles.flatMap((id) => pkg.articles.filter((one) => one.id === id)) });

const booklet = (pkg: Package, annex = false): Edition => shipped('gb', pkg.articles.map(({ id }) => id), { id: 'booklet', booklet: { cover: true, number: null, collect: false, contents: true, annex, multiple: 1 } });

const SAMPLE_OF_ALL = { ...sampleEditions[0]!, look: shipped('gb', []).look };

describe('saved by Word', () => {
  const SAMPLE = readPackage(new Uint8Array(readFileSync('resources/samples/yunling.banxin'))).pkg;
  it('comes back exactly: the bundled sample, one of everything', () => {
    const edition = SAMPLE.editions.find(({ id }) => id === 'booklet')!;
    expect(plain(readBack(asWordSaves(written(SAMPLE, edition))))).toEqual(plain(of(SAMPLE, edition)));
    expect(plain(readBack(asWordSaves(written(samplePackage, SAMPLE_OF_ALL))))).toEqual(plain(of(samplePackage, SAMPLE_OF_ALL)));
  });
  it('with a 批注 before ours: theirs is new, ours are ours', () => {
    const c = (id: string, ...children: Parameters<typeof p>): ReturnType<typeof marked> => marked('comment', { id }, ...children);
    const entry = (by: string, text: string, at = '2026-01-08T10:00:00') => ({ by, at, text });
    const pkg: Package = {
      ...packageOf([article('r', 'report', doc(p('我代表常委会报告工作。'), p(c('one', '甲'), '乙', c('two', '丙'))), { 'deck.main': '工作报告' })]),
      comments: [{ id: 'one', article: 'r', done: false, entries: [entry('周敏', '请核'), entry('李岩', '已核')] }, { id: 'two', article: 'r', done: true, entries: [entry('周敏', '删去')] }],
    };
    const word = importDocx(asWordSaves(written(pkg, booklet(pkg)), { comment: { by: '王处', text: '开头再改' } }), { id: 'x', name: 'x' });
    expect(word.pkg.comments.map(({ id, entries }) => [id, entries.map(({ text }) => text)])).toEqual([[expect.stringMatching(/^w/), ['开头再改']], ['one', ['请核', '已核']], ['two', ['删去']]]);
    expect(takeBack(pkg, word.pkg, word.edition).pieces.map(({ kind, words }) => [kind, words.filter(({ kind: is }) => is === 'new').map(({ text }) => text).join()])).toEqual([['changed', '先看'], ['comment', '王处：开头再改']]);
  });
});

describe('comes back exactly', () => {
  const SAMPLE = readPackage(new Uint8Array(readFileSync('resources/samples/yunling.banxin'))).pkg;
  it.each(SAMPLE.editions.filter(({ master }) => master.kind === 'sheet').map((edition) => [edition.id, edition] as const))('the bundled sample, %s', (_id, edition) => {
    expect(plain(readBack(written(SAMPLE, edition)))).toEqual(plain(of(SAMPLE, edition)));
  });
  it('one of everything', () => {
    expect(plain(readBack(written(samplePackage, SAMPLE_OF_ALL)))).toEqual(plain(of(samplePackage, SAMPLE_OF_ALL)));
  });
  it.each<[string, Node[]]>([
    ['numbers of every make', [h(1, '甲'), heading({ level: 2, start: 5 }, '乙'), h(2, '丙'), heading({ level: 1, numbered: false }, '丁'), h(2, '戊'), heading({ level: 2, form: 'di' }, '己'), heading({ level: 2, form: 'di' }, '庚'), h(3, '辛'), h(4, '壬'), heading({ level: 1, start: 2 }, '癸'), h(0, '子'), heading({ level: 5, numbered: false }, '丑')]],
    ['a start that changes nothing', [heading({ level: 1, start: 1 }, '甲'), heading({ level: 1, start: 2 }, '乙')]],
    ['run-in heads under marks', [par({ head: { level: 2 } }, lead('固本铸魂。'), '学习', marked('kai', null, marked('strong', null, '楷体')), '。'), par({ head: { level: 5, numbered: false } }, lead('主题。'), '文'), par({ head: { level: 3 } }, marked('kai', null, lead('甲。')), marked('theme', null, '乙。'))]],
    ['alignment, breaks, empty paragraphs', [p(), p('甲', br, '乙', br), par({ align: 'center' }, '中'), par({ align: 'left' }, '左'), par({ align: 'right' }, '右'), p()]],
    ['what an edition asked', [par({ adjust: { booklet: { lines: -1, breakBefore: true }, other: { lines: 2 } } }, '甲'), h(1, '乙')]],
    ['tables beside each other', [table(['甲', '乙'], ['丙', '']), table(['丁']), p('后')]],
    ['blanks, tabs and signs', [p(' 甲  乙 \t丙　丁 '), p('<&>"'), p('〔数字：待填〕')]],
    ['placeholders and fields', [p(placeholder(), marked('strong', null, placeholder('event')), field('term', 'di'), field('venue'), marked('doubt', null, '三成', placeholder('date')))]],
    ['ranges that cross', [p(marked('phrase', { id: 'a', dated: '2025-10', checked: null }, '甲', marked('taken', { source: 'x' }, '乙')), marked('taken', { source: 'x' }, '丙'), marked('omit', { editions: ['newspaper', 'speech'] }, '丁', marked('doubt', null, '戊')))]],
  ])('%s', (_name, blocks) => {
    const pkg = packageOf([article('r', 'report', doc(...blocks), { 'deck.main': '工作报告' })], [], { term: 5 });
    expect(plain(readBack(written(pkg, booklet(pkg))))).toEqual(plain(pkg));
  });
  it('a package of a stage: its line under the title is no text', () => {
    const pkg: Package = { ...packageOf([article('r', 'report', doc(p('正文')), { 'deck.main': '工作报告', 'head.occasion': '在会议上' })]), stage: '工作稿 第3稿' };
    const bytes = written(pkg, booklet(pkg));
    expect(plain(readBack(bytes))).toEqual(plain(pkg));
    expect(importDocx(bytes, { id: 'x', name: 'x' }).report.notTaken).toContainEqual({ what: '稿次', where: expect.any(String) as string, text: '（工作稿 第3稿）' });
  });
  it('what its edition left out is counted, named in the report, and left alone by 取回', () => {
    const body = (words: Parameters<typeof p>): Node => doc(p(...words), p(omit('speech', '整段不念。')), p('末段。'));
    const pkg = packageOf([article('r', 'report', body(['收到提案312件，', omit('speech', '其中集体提案60件，'), '办复率百分之百。']), { 'deck.main': '工作报告' })]);
    const word = importDocx(written(pkg, { ...booklet(pkg), kind: 'speech' }), { id: 'x', name: 'x' });
    expect([word.edition, word.report.notTaken.map(({ what }) => what).find((what) => what.startsWith('略去'))]).toEqual(['speech', '略去的文字 2 处（按“宣读略”写出，不在这个文件里；原文稿包里还有）']);
    expect(takeBack(pkg, word.pkg, word.edition)).toMatchObject({ pieces: [], leftOut: { edition: 'speech', count: 2 } });
    expect(importDocx(written(pkg, booklet(pkg)), { id: 'x', name: 'x' })).toMatchObject({ edition: 'booklet', pkg: { articles: [{ doc: pkg.articles[0]!.doc }] } });
  });
  it('a title that the booklet breaks into lines', () => {
    const pkg = packageOf([article('r', 'report', doc(p('正文')), { 'deck.main': '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', 'head.speaker': '林远' })]);
    expect(strFromU8(readArchive(written(pkg, booklet(pkg))).get('word/document.xml')!)).toContain('BxSetBreak');
    expect(plain(readBack(written(pkg, booklet(pkg))))).toEqual(plain(pkg));
  });
  it('several articles, notes with and without an annex, 批注 over two paragraphs', () => {
    const c = (...children: Parameters<typeof p>): ReturnType<typeof marked> => marked('comment', { id: 'c' }, ...children);
    const pkg: Package = {
      ...packageOf([
        article('r', 'report', doc(p('甲', note('“1+4”', '一个：平台'), c('乙')), p(c('丙'), '丁', note('无释文'))), { 'deck.main': ['政协', br, '报告'], 'head.speaker': '林远', 'head.salutation': '各位委员：' }),
        article('n', 'notice', doc(p('公告')), {}, '公告'),
      ]),
      comments: [{ id: 'c', article: 'r', done: false, quote: '乙', entries: [{ by: '老王', at: '2026-01-05T02:30:00.123Z', text: '核一下\n再看' }, { by: '', at: '2026-01-06', text: '好' }] }],
    };
    for (const annex of [true, false]) expect(plain(readBack(written(pkg, booklet(pkg, annex)))), String(annex)).toEqual(plain(pkg));
  });
});

describe('random packages come back exactly', () => {
  const word = fc.array(fc.constantFrom(...'政协委员会议提案“”—…，。；：（）ABC 12.5%　'), { minLength: 1, maxLength: 12 }).map((chars) => chars.join(''));
  const inline = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(word, fc.subarray(['theme', 'kai', 'hei', 'strong', 'superscript', 'doubt'] as const)).map(([text, names]) => schema.text(text, names.map((name) => schema.mark(name)))) },
    fc.constantFrom(...['figure', 'event', 'date'].map((type) => schema.node('placeholder', { type, was: type === 'figure' ? '110' : null, note: null }))),
    fc.constant(schema.node('field', { path: 'term', form: 'di' })),
    fc.constant(schema.node('hard_break')),
    word.map((term) => schema.node('note', { term: term.replace(/[：\s\u3000]/g, '甲'), text: `${term}。`.replace(/[\s\u3000]/g, '') })),
    word.map((text) => schema.text(text, [schema.mark('omit', { editions: ['newspaper'] })])),
    word.map((text) => schema.text(text, [schema.mark('phrase', { id: 'p', dated: null, checked: null })])),
  );
  const content = fc.array(inline, { maxLength: 6 });
  const head = fc.record({ level: fc.integer({ min: 0, max: 5 }), numbered: fc.boolean(), start: fc.option(fc.integer({ min: 1, max: 30 })), form: fc.constantFrom('di' as const, null) });
  const block = fc.oneof(
    content.map((nodes) => schema.node('paragraph', null, nodes)),
    fc.tuple(head, content).map(([attrs, nodes]) => schema.node('heading', attrs, nodes)),
    fc.tuple(head, word, content).map(([attrs, words, nodes]) => schema.node('paragraph', { align: null, head: attrs satisfies HeadAttrs, adjust: null }, [schema.text(words, [schema.mark('lead')]), ...nodes])),
    fc.constantFrom('left', 'center', 'right').chain((align) => content.map((nodes) => schema.node('paragraph', { align, head: null, adjust: null }, nodes))),
    fc.array(fc.array(content, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((rows) => schema.node('table', null, rows.map((cells) => schema.node('table_row', null, cells.map((nodes) => schema.node('table_cell', null, schema.node('paragraph', null, nodes))))))),
  );
  it('structure, numbers, controls and marks', () => {
    fc.assert(fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), word, (blocks, title) => {
      const pkg = packageOf([article('r', 'report', schema.node('doc', null, blocks), { 'deck.main': title })], [], { term: 5 });
      // Structure does not ask how pages are set.
      const layout = { breaks: new Map(), contents: [], cover: [], pages: 1, front: 0 };
      const bytes = writeDocx({ pkg, edition: booklet(pkg) as Sheet, layout, faces: {}, date: null });
      expect(plain(readBack(bytes))).toEqual(plain(pkg));
    }), { numRuns: 30 });
  });
});

describe('what a Word user does to it', () => {
  const one = article('r', 'report', doc(h(1, '总结'), p('提案', placeholder(), '件，届', field('term', 'di'), '。'), h(1, '安排'), p('末段')), { 'deck.main': '工作报告' });
  const pkg = packageOf([one], [], { term: 5 });
  /** The file with its parts changed as Word would have them. */
  const edited = (change: (xml: string) => string, numbering: (xml: string) => string = (xml) => xml, revisions: 'accepted' | 'original' = 'accepted'): Package => {
    const files = readArchive(written(pkg, booklet(pkg)));
    for (const [name, by] of [['word/document.xml', change], ['word/numbering.xml', numbering]] as const) {
      const before = strFromU8(files.get(name)!);
      const after = by(before);
      if (name === 'word/document.xml') expect(after).not.toBe(before);
      files.set(name, strToU8(after));
    }
    return readBack(writeArchive(files), revisions);
  };
  const texts = ({ articles }: Package): string[] => {
    const out: string[] = [];
    articles[0]!.doc.forEach((node) => {
      let text = '';
      node.descendants((inner) => {
        text += inner.isText ? inner.text! : `[${inner.type.name}]`;
      });
      out.push(text);
    });
    return out;
  };
  it('a figure typed over a placeholder is text', () => {
    expect(texts(edited((xml) => xml.replace('〔数字：待填〕', '312')))[1]).toBe('提案312件，届[field]。');
  });
  it('a value of the record that he changed is text', () => {
    expect(texts(edited((xml) => xml.replace('>第五届<', '>第六届<')))[1]).toBe('提案[placeholder]件，届第六届。');
  });
  it('a paragraph inserted is one more', () => {
    expect(texts(edited((xml) => xml.replace(/<w:p><w:pPr><w:pStyle w:val="BodyText"\/><\/w:pPr><w:r><w:t>末段/, '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>新的一段。</w:t></w:r></w:p>$&')))).toEqual(['总结', '提案[placeholder]件，届[field]。', '安排', '新的一段。', '末段']);
  });
  it('a list restarted counts anew (重新开始于一)', () => {
    const back = edited(
      (xml) => xml.replace(/(<w:pStyle w:val="Heading1"\/>)(<\/w:pPr><w:r><w:t>安排)/, '$1<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>$2'),
      (xml) => xml.replace('</w:numbering>', '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'),
    );
    expect(back.articles[0]!.doc.child(2).attrs).toMatchObject({ level: 1, numbered: true, start: 1, form: null });
  });
  it('a footnote that he put in is an anchor, a text box a paragraph behind its host', () => {
    const files = readArchive(written(pkg, booklet(pkg)));
    const put = (name: string, change: (xml: string) => string): void => {
      files.set(name, strToU8(change(strFromU8(files.get(name)!))));
    };
    put('word/document.xml', (xml) => xml.replace('<w:r><w:t>末段</w:t></w:r>', '$&<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>'));
    put('word/_rels/document.xml.rels', (xml) => xml.replace('</Relationships>', '<Relationship Id="rIdN" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>'));
    files.set('word/footnotes.xml', strToU8('<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:t>末段：说的是结尾</w:t></w:r></w:p></w:footnote></w:footnotes>'));
    const back = readBack(writeArchive(files));
    expect(texts(back).slice(-2)).toEqual(['末段[note]', '框里的话']);
    expect(back.articles[0]!.doc.child(3).lastChild!.attrs).toEqual({ term: '末段', text: '说的是结尾' });
  });
  it('a title typed anew, whose bookmark is gone, still begins its article', () => {
    const two = packageOf([article('r', 'report', doc(p('甲文')), { 'deck.main': '甲' }), article('n', 'notice', doc(p('乙文')), { 'deck.main': '乙' })]);
    const files = readArchive(written(two, booklet(two)));
    const xml = strFromU8(files.get('word/document.xml')!);
    const bare = xml.replaceAll(/<w:bookmarkStart [^>]*>|<w:bookmarkEnd [^>]*>/g, '');
    expect(bare).not.toBe(xml);
    files.set('word/document.xml', strToU8(bare));
    expect(readBack(writeArchive(files)).articles.map(({ id, kind, doc: root }) => [id, kind, root.textContent])).toEqual([['r', 'report', '甲文'], ['n', 'notice', '乙文']]);
  });
  it('a tracked change is taken or left, as was chosen', () => {
    const change = (xml: string): string => xml.replace('<w:r><w:t>末段</w:t></w:r>', '<w:del w:id="90" w:author="王" w:date="2026-01-07T08:00:00Z"><w:r><w:delText>末段</w:delText></w:r></w:del><w:ins w:id="91" w:author="王" w:date="2026-01-07T08:00:00Z"><w:r><w:t>结尾</w:t></w:r></w:ins>');
    expect(texts(edited(change)).at(-1)).toBe('结尾');
    expect(texts(edited(change, undefined, 'original')).at(-1)).toBe('末段');
  });
  it('a heading that he made of a paragraph, and one that he took out of the list', () => {
    const back = edited((xml) => xml.replace(/BodyText("\/><\/w:pPr><w:r><w:t>末段)/, 'Heading2$1').replace(/(<w:pStyle w:val="Heading1"\/>)(<\/w:pPr><w:r><w:t>安排)/, '$1<w:numPr><w:numId w:val="0"/></w:numPr>$2'));
    expect([2, 3].map((at) => back.articles[0]!.doc.child(at).attrs)).toMatchObject([{ level: 1, numbered: false }, { level: 2, numbered: true, start: null }]);
  });
  it('numbers that he typed in the list’s place are numbers; those of an author’s unnumbered heading are his words', () => {
    const own = packageOf([article('r', 'report', doc(h(1, '总结'), par({ head: { level: 2 } }, lead('甲。'), '文'), heading({ level: 2, form: 'di' }, '乙'), heading({ level: 1, numbered: false }, '一、引言')))]);
    const off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';
    const bytes = written(own, booklet(own));
    const files = readArchive(bytes);
    const typed = (xml: string, words: string, number: string): string => xml.replace(new RegExp(`(<w:pStyle w:val="[^"]*"/>)(?:<w:numPr>(?:(?!</w:numPr>).)*</w:numPr>)?((?:(?!<w:p>).)*?<w:t>)(${words})`), `$1${off}$2${number}$3`);
    const xml = strFromU8(files.get('word/document.xml')!);
    files.set('word/document.xml', strToU8([['总结', '一、'], ['甲。', '（一）'], ['乙', '第二，']].reduce((now, [words, number]) => typed(now, words!, number!), xml)));
    for (const text of ['一、总结', '（一）甲。', '第二，乙']) expect(strFromU8(files.get('word/document.xml')!)).toContain(`<w:t>${text}</w:t>`);
    expect(plain(readBack(bytes))).toEqual(plain(own));
    expect(plain(readBack(writeArchive(files)))).toEqual(plain(own));
  });
  it('a file without our part is another’s', () => {
    const files = readArchive(written(pkg, booklet(pkg)));
    files.delete('customXml/item1.xml');
    const bytes = writeArchive(files);
    expect(readOwn(bytes, readDocx(bytes), 'accepted')).toBeNull();
  });
  it.each(['', '{', '[]', '{"id":1}', '{"id":"x","name":"x","stage":null,"edition":"b","meeting":{}}'])('our part with %j in it is no part of ours', (json) => {
    const files = readArchive(written(pkg, booklet(pkg)));
    files.set('customXml/item1.xml', strToU8(`<banxin xmlns="urn:banxin:docx:1"><package>${json}</package></banxin>`));
    const bytes = writeArchive(files);
    expect(readOwn(bytes, readDocx(bytes), 'accepted')).toBeNull();
  });
});
