// Every template, unfilled and with the sample meeting's record: made, saved, read
// again, outlined, exported in each of its editions by the real exporter.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outlineOfPackage } from '../core/import/index';
import { conservedText } from '../core/model/conserved-text';
import { fieldText } from '../core/model/field-text';
import { readPackage, writePackage } from '../core/model/package-file';
import type { Meeting, Package } from '../core/model/package';
import { openPlaces } from '../core/model/stage';
import { sectionBlocks } from '../core/report/make-package';
import { phraseNodes } from '../core/report/read-markup';
import { schema } from '../core/model/schema';
import { exportPdf } from './export';
import { findFonts, type FoundFonts } from './fonts';
import { LIBRARY, listTemplates, newPackage, TEMPLATES } from './templates';

const meeting = JSON.parse(readFileSync(new URL('../../resources/samples/meeting.json', import.meta.url), 'utf8')) as Meeting;

async function make(template: string, record: Partial<Meeting>, ...switched: readonly (readonly [string, boolean])[]): Promise<Package> {
  return newPackage({ template, folder: null, name: '试', meeting: record, switches: new Map(switched), phrases: LIBRARY.phrases });
}

/** Text of the only article, without blanks and breaks. */
function printed(pkg: Package): string {
  const text = conservedText(pkg, pkg.editions[0]!).get(pkg.articles[0]!.id) ?? '';
  return text.replace(/\s/g, '');
}

const IDS = TEMPLATES.map(({ id }) => id);

let folder = '';
let fonts: FoundFonts;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'banxin-templates-'));
  fonts = findFonts({ system: false });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('issue 3 §2: seventeen templates, each exported unfilled', () => {
  it('are the fourteen that the issue names, and the other papers of a plenary (TYPESETTING 4.1)', () => {
    expect(TEMPLATES.map(({ name }) => name)).toEqual([
      '政协常委会工作报告（年度）', '政协常委会工作报告（换届）', '人大常委会工作报告', '提案工作报告', '开幕消息', '社论', '简讯', '闭幕消息',
      '决议（关于常委会工作报告）', '政治决议', '开幕词', '闭幕讲话', '主持词', '议程', '日程', '名单', '公告',
    ]);
  });
  it.each(IDS)('%s: no error in any edition, the PDF holds its text', async (id) => {
    const pkg = await make(id, {});
    expect(pkg.editions.map(({ kind }) => kind).toSorted()).toEqual(['booklet', 'newspaper', 'speech']);
    for (const edition of pkg.editions) {
      const { diagnostics, textConserved, pages } = exportPdf({ pkg, edition, target: path.join(folder, `${id}-${edition.kind}.pdf`), fonts, date: null, accept: [] });
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect([textConserved, pages > 0]).toEqual([true, true]);
      expect(diagnostics.map(({ code }) => code)).toContain('placeholder-open');
    }
  });
  it.each(IDS)('%s: the file is read as it was written, and may be changed', async (id) => {
    const pkg = await make(id, meeting);
    const { pkg: read, readOnly } = readPackage(writePackage(pkg, null));
    expect(readOnly).toBeNull();
    expect(writePackage(read, null)).toEqual(writePackage(pkg, null));
  });
  it.each(IDS)('%s: every placeholder with a note says in words what belongs there', async (id) => {
    const { articles } = await make(id, {});
    for (const { doc, fields } of articles) {
      for (const root of [doc, ...Object.values(fields)]) {
        root?.descendants(({ type, attrs }) => {
          if (type === schema.nodes.placeholder && attrs['note'] !== null) expect(attrs['note']).toMatch(/^[^{}〔〕|]*\p{Script=Han}[^{}〔〕|]*$/u);
        });
      }
    }
  });
  it.each(IDS)('%s: with a whole record no field is empty, and no figure or name is made up', async (id) => {
    const text = printed(await make(id, meeting));
    expect(text).not.toMatch(/未填|〔市〕|〔去年〕|〔今年〕/);
    // Figures are the record's alone: years, days, attendance; and the 75周年 in a speech's name.
    expect(text.replaceAll(/202[56]年|1月1[25]日|286人|271人|成立75周年/g, '')).not.toMatch(/\d/);
  });
});

describe('what the record says stands where it belongs', () => {
  const head = (pkg: Package): (string | null)[] => (['deck.main', 'head.occasion', 'head.date', 'head.speaker', 'head.salutation'] as const).map((field) => {
    const text = fieldText(pkg.articles[0]!.fields[field], pkg.meeting);
    return text === '' ? null : text;
  });
  it('W-01 … W-04 of the annual report', async () => {
    expect(head(await make('cppcc-annual', meeting))).toEqual([
      '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', '——在政协云岭市第五届委员会第四次会议上', '（2026年1月12日）', '林致远', '各位委员：',
    ]);
  });
  it('4.1a at 换届 the title has the 报告届, the occasion the 会议届', async () => {
    const { articles: [report], meeting: made } = await make('cppcc-term', { ...meeting, term: 6, reportTerm: null, session: 1 });
    expect(fieldText(report!.fields['deck.main'], made)).toBe('中国人民政治协商会议云岭市第五届委员会常务委员会工作报告');
    expect(fieldText(report!.fields['head.occasion'], made)).toBe('——在政协云岭市第六届委员会第一次会议上');
  });
  it('the people\'s congress has its own title and salutation', async () => {
    expect(head(await make('congress-annual', { ...meeting, salutation: null }))).toEqual([
      '云岭市人民代表大会常务委员会工作报告', '——在云岭市第五届人民代表大会第四次会议上', '（2026年1月12日）', '林致远', '各位代表：',
    ]);
  });
  it('proposals are counted from the last plenary', async () => {
    expect(head(await make('proposals', meeting)).slice(0, 2)).toEqual(['政协云岭市第五届委员会常务委员会关于五届三次会议以来提案工作情况的报告', '——在政协云岭市第五届委员会第四次会议上']);
  });
  it('a resolution has its adoption line and its verdict', async () => {
    const pkg = await make('resolution', meeting);
    expect(head(pkg)).toEqual([
      '政协云岭市第五届委员会第四次会议关于常务委员会工作报告的决议（草案）', null, '（2026年1月15日政协云岭市第五届委员会第四次会议通过）', null, null,
    ]);
    expect(printed(pkg)).toContain('听取和审议了林致远同志受政协云岭市第五届委员会常务委员会委托所作的工作报告。会议对常务委员会的工作表示满意，同意这个报告。');
  });
  it('a story has its attendance', async () => expect(printed(await make('opening-story', meeting))).toContain('大会应出席委员286人，实到271人，符合规定人数。'));
});

describe('the standard sections are headings that outline finds', () => {
  const headings = async (id: string, ...switched: readonly (readonly [string, boolean])[]): Promise<string[]> => {
    const { articles } = outlineOfPackage(await make(id, meeting, ...switched));
    return articles[0]!.headings.filter(({ level }) => level <= 2).map(({ level, number, text, runIn }) => `${level}${number ?? ''} ${text}${runIn ? '…' : ''}`);
  };
  it('the annual report', async () => {
    expect(await headings('cppcc-annual')).toEqual([
      '1一 2025年工作回顾', '2一 强化理论武装，思想政治引领更加有力…', '2二 丰富协商形式，专门协商机构作用更加彰显…', '2三 围绕中心任务，建言资政成效更加明显…',
      '2四 突出协商式监督，民主监督实效更加凸显…', '2五 践行履职为民，服务群众举措更加务实…', '2六 广泛凝聚共识，大团结大联合局面更加巩固…', '2七 加强自身建设，履职尽责基础更加夯实…',
      '1二 2026年工作安排', '2一 坚持党的全面领导，在把牢政治方向上展现新担当…', '2二 坚持发扬协商民主，在建设专门协商机构上取得新成效…',
      '2三 坚持服务中心大局，在助推高质量发展上作出新贡献…', '2四 坚持人民政协为人民，在凝心聚力惠民生上实现新作为…', '2五 坚持强基固本，在提升履职能力上迈出新步伐…',
    ]);
  });
  it('its switches take sections away and bring them', async () => {
    const found = await headings('cppcc-annual', ['supervision', false], ['service', false]);
    expect(found.filter((one) => one.startsWith('2'))).toHaveLength(10);
    expect(printed(await make('cppcc-annual', meeting, ['party-group', true]))).toContain('市政协党组认真履行把方向、管大局、保落实职责');
    expect(printed(await make('cppcc-annual', meeting, ['remarks', false]))).toContain('请予审议。一、');
  });
  it('W-16 the report at 换届', async () => {
    const found = (await headings('cppcc-term')).filter((one) => one.startsWith('1'));
    expect(found).toEqual(['1一 过去五年的工作', '1二 主要体会', '1三 今后工作的建议']);
    expect((await headings('cppcc-term', ['experience-part', false])).filter((one) => one.startsWith('1'))).toEqual(['1一 过去五年的工作', '1二 今后工作的建议']);
  });
  it.each([['congress-annual', 2], ['proposals', 3], ['chair-script', 3]] as const)('%s has %i parts', async (id, parts) => {
    expect((await headings(id)).filter((one) => one.startsWith('1'))).toHaveLength(parts);
  });
});

describe('every switch of every template', () => {
  const cases = TEMPLATES.flatMap(({ id, switches }) => switches.map((one) => [id, one.id, one.default] as const));
  it.each(cases)('%s %s changes the text', async (id, name, standing) => {
    expect(printed(await make(id, meeting, [name, !standing]))).not.toBe(printed(await make(id, meeting)));
  });
});

describe('sections and phrases', () => {
  it.each(LIBRARY.sections.map(({ id }) => id))('section %s can be inserted singly', (id) => {
    const blocks = sectionBlocks(LIBRARY.sections.find((section) => section.id === id)!, LIBRARY);
    const doc = schema.nodes.doc.create(null, blocks);
    expect(() => doc.check()).not.toThrow();
  });
  it('the issue\'s own list is offered', () => {
    const names = LIBRARY.sections.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['总要求', '主要不足', '感谢', '号召结尾', '民主监督', '履职为民', '五年回顾', '体会']));
  });
  it('a phrase has an id of its own, a month, a source and a place of use', () => {
    expect(new Set(LIBRARY.phrases.map(({ id }) => id)).size).toBe(LIBRARY.phrases.length);
    for (const phrase of LIBRARY.phrases) {
      expect(phrase.dated).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])$/);
      expect([phrase.source, phrase.use].every((text) => text.length > 1)).toBe(true);
      expect(phraseNodes(phrase).every(({ marks }) => marks.some(({ type, attrs }) => type.name === 'phrase' && attrs['id'] === phrase.id))).toBe(true);
    }
  });
  it('every phrase is used by a template or a section', async () => {
    const used = new Set<string>();
    const collect = (root: Package['articles'][number]['doc']): void => root.descendants(({ marks }) => {
      for (const { type, attrs } of marks) if (type === schema.marks.phrase) used.add(attrs['id'] as string);
    });
    for (const { id } of TEMPLATES) (await make(id, {})).articles.forEach(({ doc }) => collect(doc));
    for (const section of LIBRARY.sections) collect(schema.nodes.doc.create(null, sectionBlocks(section, LIBRARY)));
    expect(LIBRARY.phrases.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});

describe('a user\'s own template is a saved package in a folder', () => {
  it('is listed beside ours and made new: texts, record and editions, an id of its own, no versions', async () => {
    const own = { ...(await make('brief', meeting)), stage: '大会稿', versions: [{ id: 'v', name: '工作稿', date: '2026-01-01', meeting, articles: [] }] };
    const dir = mkdtempSync(path.join(folder, 'own-'));
    writeFileSync(path.join(dir, '我们的简讯.banxin'), writePackage(own, null));
    writeFileSync(path.join(dir, '坏的.banxin'), 'x');
    const { templates, notes } = await listTemplates(dir);
    expect(templates.filter((one) => one.own).map(({ id }) => id)).toEqual(['我们的简讯']);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('坏的.banxin');
    const made = await newPackage({ template: '我们的简讯', folder: dir, name: '新', meeting: { session: 5 }, switches: new Map(), phrases: LIBRARY.phrases });
    expect([made.id === own.id, made.stage, made.versions, made.meeting.session, made.meeting.place]).toEqual([false, null, [], 5, '云岭市']);
    expect(made.articles).toEqual(readPackage(writePackage(own, null)).pkg.articles);
  });
  it('a folder that is not there is said', async () => {
    await expect(listTemplates(path.join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'templates-unreadable' });
  });
  it('two packages of one template are two', async () => {
    const [a, b] = [await make('brief', meeting), await make('brief', meeting)];
    expect(a.id).not.toBe(b.id);
    expect(writePackage({ ...a, id: 'x' }, null)).toEqual(writePackage({ ...b, id: 'x' }, null));
  });
  it('an unknown template or switch is named', async () => {
    await expect(make('nope', {})).rejects.toMatchObject({ code: 'template-unknown' });
    await expect(make('brief', {}, ['nope', true])).rejects.toMatchObject({ code: 'switch-unknown' });
  });
});

describe('待填', () => {
  it('an annual report has its placeholders in 待办', async () => {
    const pkg = await make('cppcc-annual', meeting);
    expect(openPlaces(pkg.articles[0]!).length).toBeGreaterThan(60);
  });
});
