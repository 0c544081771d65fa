// The law of roll-forward: nothing is rewritten that is not in the list. The draft's text
// is last year's with exactly the listed stretches replaced; with all refused it is last
// year's to the letter; its blocks are the same in number and kind.
import * as fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { expect, it } from 'vitest';
import { EMPTY_MEETING, FIELD_PATHS, type Article, type FieldDoc, type Meeting, type Package } from '../../src/core/model/package';
import { eachTextblock } from '../../src/core/model/textblocks';
import { schema } from '../../src/core/model/schema';
import { applyRoll } from '../../src/core/report/roll/apply-roll';
import { planRoll } from '../../src/core/report/roll/plan-roll';
import { unitsOf } from '../../src/core/report/roll/unit';

/** Pieces that the rules look for, and pieces that look alike. */
const piece = fc.oneof(
  fc.constantFrom(
    '2024年', '2025年是', '2025年1月8日', '1月8日，', '九届三次会议', '第九届委员会第二次会议', '九届一次会议以来', '省委十二届四次全会', '市委八届四次、五次全会精神',
    '人民政协成立75周年', '“十四五”规划收官之年', '“1+4+6+N”', '“两个确立”', '各位委员，', '要抓好落实', '学习贯彻中共二十届四中全会精神', '制定《关于读书的办法（试行）》',
    '开展“进乡村、看变化”主题活动', '习近平总书记强调，要广开言路', '市委书记陈望山', '全国政协十四届二次会议', '本届', '今年是', '在市委领导下', '。', '，', '；', '“', '”', '《', '》',
  ),
  fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.constantFrom('次', '件', '余次', '万人次', '%', '亿元', '年', '月', '日', '岁', '届', 'G', '～30%', '个百分点')).map(([n, word]) => `${n}${word}`),
  fc.string({ unit: fc.constantFrom(...'的一二九届次会议年月第市政协委员，。“”《》0123456789a'), maxLength: 12 }),
);
const sentence = fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join(''));
const inline = fc.array(fc.oneof({ weight: 6, arbitrary: sentence.map((text) => ({ text })) }, { weight: 1, arbitrary: fc.constantFrom({ atom: 'session' }, { atom: 'opens' }, { atom: 'break' }) }), { minLength: 1, maxLength: 5 });
const block = fc.record({ heading: fc.boolean(), inline });
/** Rows of cells: numbers, heads, words. */
const cellText = fc.oneof({ weight: 3, arbitrary: fc.tuple(fc.integer({ min: 0, max: 2100 }), fc.constantFrom('', '', '', '件', '%', '余', '（3%）', '年')).map(([n, word]) => `${n}${word}`) }, { weight: 2, arbitrary: fc.constantFrom('', '合计', '序号', '立案（件）', '2024', '2025年', '—', '经济建设') }, { weight: 1, arbitrary: sentence });
const rows = fc.integer({ min: 1, max: 4 }).chain((columns) => fc.array(fc.array(cellText, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 })).map((table) => ({ table }));

type Inline = { readonly text: string } | { readonly atom: string };
const nodes = (pieces: readonly Inline[]): ReturnType<typeof schema.text>[] => pieces.flatMap((one) => {
  if ('text' in one) return one.text === '' ? [] : [schema.text(one.text)];
  if (one.atom === 'break') return [schema.nodes.hard_break.create()];
  return [schema.nodes.field.create(one.atom === 'opens' ? { path: 'opens', form: 'plain' } : { path: 'meeting', form: 'jieci' })];
});

const tableOf = (rows: readonly (readonly string[])[]): Node => schema.nodes.table.create(null, rows.map((cells) => schema.nodes.table_row.create(null, cells.map((text) => schema.nodes.table_cell.create(null, schema.nodes.paragraph.create(null, text === '' ? [] : schema.text(text)))))));

const MEETING: Meeting = { ...EMPTY_MEETING, place: '松岭市', organisation: { full: '中国人民政治协商会议松岭市委员会', short: '政协松岭市委员会' }, term: 9, reportTerm: 9, session: 3, opens: '2025-01-08', speaker: '周行远' };

const pkg = fc.record({ blocks: fc.array(fc.oneof({ weight: 5, arbitrary: block }, { weight: 1, arbitrary: rows }), { minLength: 1, maxLength: 6 }), title: inline, kind: fc.constantFrom('report' as const, 'news' as const, 'editorial' as const) }).map(({ blocks, title, kind }): Package => {
  const fields = Object.fromEntries(FIELD_PATHS.map((path) => [path, path === 'deck.main' ? schema.nodes.doc.create(null, schema.nodes.paragraph.create(null, nodes(title))) : null])) as Article['fields'];
  const doc = schema.nodes.doc.create(null, blocks.map((one) => ('table' in one ? tableOf(one.table) : one.heading ? schema.nodes.heading.create({ level: 1 }, nodes(one.inline)) : schema.nodes.paragraph.create(null, nodes(one.inline)))));
  return { id: 'last', name: '去年', stage: null, meeting: MEETING, articles: [{ id: 'a', kind, label: null, fields, doc }], editions: [], versions: [], assets: new Map(), comments: [], ignored: [] };
});
const meetings = fc.constantFrom<Partial<Meeting>>({}, { opens: '2026-01-12' }, { opens: '2025-12-20', speaker: '林致远' });

/** What a document says, placeholders by what they keep, blocks by a line. */
const said = (doc: NonNullable<FieldDoc>): string => {
  const lines: string[] = [];
  doc.forEach((block) => eachTextblock(block, (one) => lines.push(one.textBetween(0, one.content.size, '', (leaf) => (leaf.type.name === 'placeholder' ? `〔${String(leaf.attrs['was'])}〕` : leaf.type.name === 'hard_break' ? '\n' : '\ufffc')))));
  return lines.join('\u2029');
};

it('the draft is last year’s text with the listed stretches replaced, and nothing else', () => {
  fc.assert(fc.property(pkg, meetings, fc.infiniteStream(fc.boolean()), (last, meeting, coins) => {
    const plan = planRoll(last, { kind: 'next', meeting });
    const refused = new Set(plan.items.filter(({ group }) => group !== 'review' && coins.next().value === true).map(({ id }) => id));
    const draft = applyRoll(plan, { refused, id: 'next', name: '今年', today: '2025-11-26' });
    // Built from the list alone, by text: last year's with each accepted stretch replaced.
    const expected = new Map<string, string[]>();
    for (const unit of unitsOf(last)) {
      const items = plan.items.filter(({ group, place }) => group !== 'review' && place.block === unit.block && place.field === unit.field && place.from >= unit.base && place.to <= unit.base + unit.text.length).toSorted((a, b) => b.place.from - a.place.from);
      let { text } = unit;
      for (const item of items) {
        if (item.group === 'review') continue;
        const done = !refused.has(item.id);
        const old = item.group === 'change' ? item.from : item.was;
        if (item.record ? done : !done) continue;
        const put = item.record ? old : item.group === 'change' ? item.to : `〔${item.was}〕`;
        expect(item.record ? old : text.slice(item.place.from - unit.base, item.place.to - unit.base)).toBe(old);
        text = text.slice(0, item.place.from - unit.base) + put + text.slice(item.place.to - unit.base);
      }
      const key = unit.field ?? 'doc';
      expected.set(key, [...(expected.get(key) ?? []), text]);
    }
    const [article] = draft.articles;
    expect(said(article!.doc)).toBe((expected.get('doc') ?? []).join('\u2029'));
    expect(said(article!.fields['deck.main']!)).toBe((expected.get('deck.main') ?? []).join('\u2029'));
    article!.doc.check();
  }), { numRuns: 300 });
});

it('with everything refused the words are last year’s, values of its record written out', () => {
  fc.assert(fc.property(pkg, (last) => {
    const plan = planRoll(last, { kind: 'next', meeting: {} });
    const draft = applyRoll(plan, { refused: new Set(plan.items.map(({ id }) => id)), id: 'next', name: '今年', today: '2025-11-26' });
    const filled = (doc: NonNullable<FieldDoc>): string => said(doc).replaceAll('九届三次', '\ufffc').replaceAll('2025年1月8日', '\ufffc');
    expect(filled(draft.articles[0]!.doc)).toBe(filled(last.articles[0]!.doc));
  }), { numRuns: 100 });
});
