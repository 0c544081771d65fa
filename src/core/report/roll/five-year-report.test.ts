// 换届 on the real templates: what last year's report gives to the one on five years, for a
// committee and for a people's congress, and how what is left to do is counted.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIBRARY, TEMPLATES } from '../../../node/templates';
import { shippedPreset } from '../../../node/presets';
import { recognise, toPackage } from '../../import/index';
import { fieldText } from '../../model/field-text';
import type { Article, Meeting, Package } from '../../model/package';
import { schema, type PlaceholderAttrs } from '../../model/schema';
import { countOpen, openTasks } from '../open-tasks';
import { makePackage } from '../make-package';
import { applyRoll } from './apply-roll';
import { fiveYearTemplate } from './five-year-report';
import { planRoll, type RollPlan } from './plan-roll';
import { rollTasks } from './roll-tasks';
import { putTemplate, withTemplate } from './with-template';

function templateFor(last: Package, meeting: Meeting): Article {
  const { template, switches } = fiveYearTemplate(last);
  const made = makePackage(TEMPLATES.find(({ id }) => id === template)!, { id: 't', name: 't', meeting, switches: new Map(Object.entries(switches)), library: LIBRARY, preset: shippedPreset });
  return made.articles.find(({ kind }) => kind === 'report')!;
}

function rolled(last: Package, refuse: (plan: RollPlan) => readonly string[] = () => [], meeting: Partial<Meeting> = {}): { readonly plan: RollPlan; readonly draft: Package; readonly report: Article } {
  const plain = planRoll(last, { kind: 'newTerm', meeting });
  const template = templateFor(last, plain.meeting);
  const plan = withTemplate(plain, template);
  const refused = new Set(refuse(plan));
  const draft = putTemplate(applyRoll(plan, { refused, id: 'n', name: 'n', today: '2025-11-26' }), plan, template, '2025-11-26', refused);
  return { plan, draft, report: draft.articles.find(({ kind }) => kind === 'report')! };
}

const wasOf = ({ doc }: Article): string[] => {
  const found: string[] = [];
  doc.descendants((node) => {
    const { was = null, note } = node.attrs as Partial<PlaceholderAttrs>;
    if (node.type.name === 'placeholder' && was !== null) found.push(`${note}：${was}`);
  });
  return found;
};

/** The section, on level 2, in which `words` stand. */
function sectionIn({ doc }: Article, words: string): string {
  let head = '';
  for (const block of doc.children) {
    if ((block.attrs['head'] as { level: number } | null | undefined)?.level === 2) head = block.textContent;
    if (block.textContent.includes(words)) return head;
  }
  return '';
}

describe('a committee', () => {
  const last = toPackage(recognise(readFileSync(path.resolve(import.meta.dirname, '../../../../resources/samples/clean/report.txt'), 'utf8')), { id: 'last', name: '去年' });
  const { plan, draft, report } = rolled(last);
  const open = openTasks({ articles: [report], meeting: draft.meeting }, '2025-11-26');

  it('its template comes with its holes as 待填, last year’s theme sentences and close as 待核', () => {
    expect(countOpen(open).blanks).toBeGreaterThan(50);
    const doubts = open.filter(({ kind }) => kind === 'doubt').map(({ text }) => text);
    expect(doubts).toEqual(expect.arrayContaining(['林致远', '理论学习求深求实。', '提案工作提质量。', '委员管理严起来。']));
    expect(doubts.at(-1)).toMatch(/^各位委员！山水迢迢/);
    // Each doubt is a row of the list, and each row that is a task a doubt.
    expect(plan.items.filter((item) => item.place.article === report.id && item.group === 'review' && item.task)).toHaveLength(doubts.length);
  });

  it('a theme sentence stands in the section on its subject', () => {
    const section = (words: string): string => sectionIn(report, words);
    expect(section('理论学习求深求实')).toMatch(/^坚持以党的创新理论凝心铸魂/);
    expect(section('提案工作提质量')).toMatch(/^坚持发扬协商民主/);
    // What stood as a paragraph with its own head does so again.
    expect(report.doc.children.find(({ textContent }) => textContent.startsWith('提案工作提质量。'))?.attrs['head']).toMatchObject({ level: 5 });
    expect(section('围绕产业强链建言')).toMatch(/^坚持围绕中心服务大局/);
    expect(section('委员管理严起来')).toMatch(/^坚持改革创新强基固本/);
  });

  it('a section goes where its subject is, by other words as well', () => {
    const heads = ['围绕社会治理，助推和谐稳定', '围绕文化强市，助推文化繁荣', '围绕提质增效，提升能力水平'];
    const lines = ['政协云岭市第六届委员会常务委员会工作报告', '（2026年1月8日在政协云岭市第六届委员会第五次会议上）', '沈怀远', '', '各位委员：', '我代表常委会，向大会报告工作，请予审议。', '', '一、2025年工作回顾', '一年来，履职有为。', ...heads.flatMap((head, i) => [`（${'一二三'.charAt(i)}）${head}`, `一年来，我们坚持把工作放在全局中谋划，组织委员深入基层一线，形成了一批有情况、有分析、有建议的成果，${'推动了一批实际问题的解决，'.repeat(i + 1)}取得了明显成效。`]), '二、2026年工作安排', '2026年，要团结奋进。'];
    const made = rolled(toPackage(recognise(lines.join('\n')), { id: 'last', name: '去年' })).report;
    expect(heads.map((head) => sectionIn(made, head).slice(0, 6))).toEqual(['坚持围绕中心', '坚持围绕中心', '坚持改革创新']);
  });

  it('beside its holes stands what last year had there, and only where it counts the same', () => {
    const was = wasOf(report);
    expect(was).toEqual(expect.arrayContaining(['提案总数：312', '立案件数：268', '本地发展目标的提法：加快建设宜居宜业的现代化山水名城']));
    expect(was.filter((one) => one.startsWith('次数'))).toEqual([]);
  });

  it('what was looked at beforehand is no 待核; the words stay', () => {
    const done = rolled(last, ({ items }) => items.filter(({ id }) => id.endsWith('?five')).map(({ id }) => id));
    expect(done.report.doc.textContent).toBe(report.doc.textContent);
    expect(openTasks({ articles: [done.report], meeting: draft.meeting }, '2025-11-26').filter(({ kind }) => kind === 'doubt').map(({ text }) => text)).toEqual(['林致远']);
  });

  it('title and occasion say 报告届 and 会议届, an unknown day is 待填', () => {
    const say = (path: 'deck.main' | 'head.occasion'): string => fieldText(report.fields[path], draft.meeting).replaceAll('\n', '');
    expect(say('deck.main')).toContain('第五届委员会');
    expect(say('head.occasion')).toContain('第六届委员会第一次会议');
    expect(plan.items.find(({ place }) => place.field === 'head.date')).toMatchObject({ group: 'blank', kind: 'date' });
    expect(draft.versions[0]?.articles).toBe(last.articles);
  });
});

it('what was carried is done once it is ticked off, in the dialog or in the text, and keeps its words', () => {
  const last = toPackage(recognise(readFileSync(path.resolve(import.meta.dirname, '../../../../resources/samples/clean/report.txt'), 'utf8')), { id: 'last', name: '去年' });
  const all = rolled(last);
  const carried = all.plan.items.filter(({ kind, group }) => group === 'review' && kind === 'carried');
  const tasks = rollTasks(all.draft).filter(({ kind }) => kind === 'carried');
  expect([tasks.length, tasks.every(({ isOpen }) => isOpen)]).toEqual([carried.length, true]);
  const dated = toPackage(recognise('石门县人民代表大会常务委员会工作报告\n——2026年1月10日在石门县第十五届人民代表大会第五次会议上\n县人大常委会主任　韩　江\n\n各位代表：\n我报告工作，请予审议。\n\n一、2025年的主要工作\n（一）依法监督更加有力。听取专项工作报告12个。\n二、2026年的主要任务\n依法履职。'), { id: 'd', name: 'd' });
  expect(rollTasks(rolled(dated).draft).filter(({ isOpen }) => !isOpen)).toEqual([]);
  // What the template says of its own in last year's words was never asked about.
  const alike = toPackage(recognise('花溪自治州人民代表大会常务委员会工作报告\n——2025年2月20日在花溪自治州第九届人民代表大会第五次会议上\n州人大常委会主任　罗正华\n\n各位代表：\n我报告工作，请予审议。\n\n过去一年的主要工作\n一、尊重代表主体地位，更好发挥代表作用\n建成联络站312个。\n2025年的主要任务\n依法履职。'), { id: 'a', name: 'a' });
  const made = rolled(alike);
  expect(made.report.doc.textContent).toContain('尊重代表主体地位，更好发挥代表作用');
  expect(rollTasks(made.draft).filter(({ isOpen }) => !isOpen)).toEqual([]);
  const one = carried.find((item) => item.group === 'review' && item.text.length > 6)!;
  const ticked = rolled(last, () => [one.id]);
  const words = one.group === 'review' ? one.text : '';
  expect(ticked.report.doc.textContent).toContain(words);
  expect(rollTasks(ticked.draft).filter(({ isOpen }) => !isOpen).map(({ was, now }) => [was, now])).toEqual([[words, words]]);
});

describe('a congress of a self-governing place', () => {
  const HEAD = ['溪山苗族侗族自治州人民代表大会常务委员会工作报告', '——2025年2月20日在溪山州第九届人民代表大会第五次会议上', '溪山州人大常委会主任　罗山远'];
  const last = toPackage(recognise([...HEAD, '', '各位代表：', '我报告工作，请予审议。', '', '过去一年的主要工作', '一、提高立法质量，以良法促进善治', '制定条例2件。', '二、尊重代表主体地位，更好发挥代表作用', '建成联络站312个。', '三、加强自身建设，打造“四个机关”', '开展调研6次。', '2025年的主要任务', '依法履职。'].join('\n')), { id: 'z', name: 'z' });
  const say = ({ report, draft }: ReturnType<typeof rolled>, path: 'deck.main' | 'head.occasion' | 'head.date'): string => fieldText(report.fields[path], draft.meeting).replaceAll('\n', '');

  it('keeps its full name and the day before the meeting’s name, and bears the day once', () => {
    const dated = rolled(last, () => [], { opens: '2027-01-12' });
    expect(['deck.main', 'head.occasion', 'head.date'].map((path) => say(dated, path as 'deck.main'))).toEqual([HEAD[0], '——2027年1月12日在溪山州第十届人民代表大会第一次会议上', '']);
    const open = rolled(last);
    expect(say(open, 'head.occasion')).toMatch(/^——.*在溪山州第十届人民代表大会第一次会议上$/);
    expect(open.plan.items.find(({ place }) => place.field === 'head.occasion')).toMatchObject({ group: 'blank', kind: 'date', was: '2025年2月20日' });
    // What is refused stays.
    const refused = rolled(last, ({ items }) => items.filter(({ place, kind }) => place.field === 'head.occasion' && kind === 'session').map(({ id }) => id), { opens: '2027-01-12' });
    expect(say(refused, 'head.occasion')).toBe('——2027年1月12日在溪山州第九届人民代表大会第五次会议上');
  });

  it('has last year’s heads under 待核 in the sections on their subjects, but one that its template says itself', () => {
    const { report, draft } = rolled(last);
    expect(sectionIn(report, '提高立法质量，以良法促进善治。')).toMatch(/^坚持科学立法/);
    expect(sectionIn(report, '加强自身建设，打造“四个机关”。')).toMatch(/^坚持“四个机关”定位/);
    const heads = rollTasks(draft).filter(({ why }) => why.startsWith('去年一节的题目'));
    expect(heads.map(({ was, isOpen }) => [was, isOpen])).toContainEqual(['提高立法质量，以良法促进善治', true]);
  });

  it('has what it did for development under supervision, not under laws', () => {
    const own = toPackage(recognise(['云岭市人民代表大会常务委员会工作报告', '——2026年1月8日在云岭市第十六届人民代表大会第五次会议上', '陈树生', '', '各位代表：', '我受市人大常委会委托，报告工作，请予审议。', '', '一、2025年工作回顾', '一年来，依法履职。', '（一）聚焦经济发展履职尽责', '听取计划、预算执行情况报告，组织代表视察重点项目，推动经济运行中的突出问题逐项解决，取得了明显成效。', '二、2026年主要任务', '依法履职。'].join('\n')), { id: 'c', name: 'c' });
    expect(sectionIn(rolled(own).report, '聚焦经济发展履职尽责')).toMatch(/^坚持正确监督/);
  });

  const headed = (...head: readonly string[]): ReturnType<typeof rolled> => rolled(toPackage(recognise([...head, '林致远', '', '各位委员：', '我受委托报告工作，请予审议。', '', '一、2025年工作回顾', '协商8次。', '二、2026年工作安排', '要抓好落实。'].join('\n')), { id: 'h', name: 'h' }));

  it('names the meeting once where the title does, and keeps its name where its day is not known', () => {
    const titled = headed('在政协云岭市第十二届委员会第五次会议上的工作报告', '（2026年1月14日）');
    expect([say(titled, 'deck.main'), say(titled, 'head.occasion')]).toEqual(['在政协云岭市第十三届委员会第一次会议上的工作报告', '']);
    const dated = headed('中国人民政治协商会议云岭县第十二届委员会常务委员会工作报告', '——2026年1月14日在政协云岭县第十二届委员会第五次会议上的报告');
    const { report, draft } = dated;
    expect(fieldText(report.fields['head.occasion'], { ...draft.meeting, opens: '2027-01-10' })).toBe('——2027年1月10日在政协云岭县第十三届委员会第一次会议上的报告');
    expect(say(dated, 'head.occasion')).toMatch(/^——.*在政协云岭县第十三届委员会第一次会议上的报告$/);
  });

  it('writes a title that tells of one year by its template', () => {
    const yearly = toPackage(recognise(['云岭市人民代表大会常务委员会2025年工作报告', '——2026年2月20日在云岭市第九届人民代表大会第五次会议上', '云岭市人大常委会主任　罗山远', '', '各位代表：', '我报告工作，请予审议。', '', '一、2025年的主要工作', '制定条例2件。', '二、2026年的主要任务', '依法履职。'].join('\n')), { id: 'y', name: 'y' });
    expect(say(rolled(yearly), 'deck.main')).toBe('云岭市人民代表大会常务委员会工作报告');
  });
});

it('a close with values of the record in it comes whole', () => {
  const place = schema.nodes.field.create({ path: 'place', form: 'plain' });
  const base = toPackage(recognise('中国人民政治协商会议松岭市第九届委员会常务委员会工作报告\n——在政协松岭市第九届委员会第五次会议上\n\n各位委员：\n我报告工作，请予审议。\n\n一、2025年工作总结\n履职有力。\n二、2026年工作安排\n抓好落实。'), { id: 'p', name: 'p' });
  const [first] = base.articles;
  const close = schema.nodes.paragraph.create(null, [schema.text('各位委员，让我们在中共'), place, schema.text('委坚强领导下，为谱写新篇章作出新贡献！')]);
  const { report, draft } = rolled({ ...base, articles: [{ ...first!, doc: schema.nodes.doc.create(null, [...first!.doc.children, close]) }] });
  const end = report.doc.lastChild!;
  expect(end.childCount).toBe(3);
  expect(openTasks({ articles: [report], meeting: draft.meeting }, '2025-11-26').filter(({ kind }) => kind === 'doubt').at(-1)?.text).toBe('各位委员，让我们在中共松岭市委坚强领导下，为谱写新篇章作出新贡献！');
});

it('heads and theme sentences that hold nothing but a hole are passed over', () => {
  const base = toPackage(recognise('中国人民政治协商会议松岭市第九届委员会常务委员会工作报告\n——在政协松岭市第九届委员会第五次会议上\n\n各位委员：\n我报告工作，请予审议。\n\n一、2025年工作总结\n履职有力。\n二、2026年工作安排\n抓好落实。'), { id: 'p', name: 'p' });
  const [first] = base.articles;
  const hole = schema.nodes.placeholder.create({ type: 'text' });
  const lead = schema.nodes.placeholder.create({ type: 'text' }, null, [schema.marks.lead.create()]);
  const theme = schema.nodes.placeholder.create({ type: 'text' }, null, [schema.marks.theme.create()]);
  const blocks = [...first!.doc.children.slice(0, 2), schema.nodes.paragraph.create({ head: { level: 2, numbered: true, start: null, form: null } }, [lead, hole, theme]), ...first!.doc.children.slice(2)];
  const { report } = rolled({ ...base, articles: [{ ...first!, doc: schema.nodes.doc.create(null, blocks) }] });
  expect(report.doc.textContent).toContain('过去五年的工作');
});

describe('a people’s congress', () => {
  const last = (place: string): Package => toPackage(recognise([
    `${place}人民代表大会常务委员会工作报告`, `——2026年1月10日在${place}第十五届人民代表大会第五次会议上`, `${place.at(-1)}人大常委会主任　韩　江`, '', '各位代表：', `我受${place}人大常委会委托，向大会报告工作，请予审议。`, '',
    '一、2025年的主要工作', '（一）依法监督更加有力。听取专项工作报告12个。', '（二）守护青湖碧水不松劲。连续督办。', '二、2026年的主要任务', '依法履职。', '各位代表，蓝图已经绘就。让我们团结奋斗，为谱写新篇章作出新贡献！',
  ].join('\n')), { id: 'last', name: '去年' });

  it('reports on five years in its own form; a section of its own is kept, a county writes no law', () => {
    const { report, draft } = rolled(last('松岭市'));
    expect(report.doc.textContent).toMatch(/过去五年的主要工作[\s\S]*立法[\s\S]*守护青湖碧水不松劲。[\s\S]*今后工作的建议[\s\S]*蓝图已经绘就/);
    expect(fieldText(report.fields['head.occasion'], draft.meeting)).toContain('第十六届人民代表大会第一次会议');
    expect(rolled(last('石门县')).report.doc.textContent).not.toContain('科学立法');
    expect(fieldText(report.fields['head.speaker'], draft.meeting)).toBe('市人大常委会主任　韩　江');
  });
});
