// What a newspaper that nobody has made up is printed with: the first proposal, however
// and how often it is asked for; while somebody types, the make-up that the text still
// fits. A make-up that stands is no worse than what is proposed around its pins. Fake fonts.
import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { article, doc, h, p, packageOf } from '../../test/build';
import { DAILY, FAKE, shipped } from '../../test/build-edition';
import { prose, random } from '../../test/random';
import { applyChange } from './model/apply-change';
import type { Layout } from './model/layout';
import type { Package } from './model/package';
import { Typesetter } from './typeset';

const KINDS = [['lead', 'news', 6], ['report', 'report', 14], ['comment', 'editorial', 6], ['brief', 'news', 2], ['other', 'news', 4]] as const;

function day(seed: number): Package {
  const roll = random(seed);
  return packageOf(KINDS.map(([id, kind, blocks]) => article(id, kind, doc(
    ...Array.from({ length: blocks }, (_, i) => (kind === 'report' && i % 7 === 0 ? h(1, '工作回顾') : p(prose(roll, 60 + roll(200))))),
  ), { 'deck.main': `${id === 'report' ? '' : '市政协'}${prose(roll, 9)}` })));
}

const paper = (preset: string) => shipped(preset, KINDS.map(([id]) => id), { paper: DAILY });

/** So many characters typed at the beginning of an article. */
function typed(pkg: Package, id: string, text: string): Package {
  const { schema } = pkg.articles.find((one) => one.id === id)!.doc.type;
  const step = new ReplaceStep(1, 1, new Slice(Fragment.from(schema.text(text)), 0, 0));
  const result = applyChange(pkg, { kind: 'steps', article: id, field: null, steps: [step.toJSON()] });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

describe('a day that nobody has made up', () => {
  const pkg = day(3);
  const edition = paper('N6');
  const typesetter = new Typesetter(FAKE);
  const printed = typesetter.typeset(pkg, edition).layout!;

  it('is printed as the first proposal has it, from whichever process, and however often it was searched before', () => {
    expect(new Typesetter(FAKE).propose(pkg, edition)[0]?.layout).toEqual(printed.layout);
    expect(typesetter.propose(pkg, edition)[0]?.layout).toEqual(printed.layout);
    expect(typesetter.typeset(pkg, edition).layout).toEqual(printed);
  });
  it('stays as it is while somebody types what fits, and says that another may be better; the print is what another process prints', () => {
    const more = typed(pkg, 'lead', '新');
    const shown = typesetter.typeset(more, edition, true);
    expect(shown.isOld).toBe(true);
    expect(shown.layout?.layout).toEqual(printed.layout);
    const fresh = typesetter.typeset(more, edition);
    expect(fresh.isOld).toBe(false);
    expect(fresh.layout?.layout).toEqual(new Typesetter(FAKE).typeset(more, edition).layout?.layout);
  });
  it('is made up anew where what is typed does not fit', () => {
    const more = typed(pkg, 'brief', prose(random(9), 400));
    const shown = typesetter.typeset(more, edition, true);
    expect(shown.isOld).toBe(false);
    expect(shown.diagnostics.filter(({ code }) => code === 'frame-overset')).toEqual([]);
  });
  it('proposes nothing worse than itself when one of its blocks is pinned where it stands', () => {
    for (const id of ['report', 'other']) {
      const layout: Layout = { pages: printed.layout.pages.map((page) => ({ ...page, pieces: page.pieces.map((piece) => (piece.article === id ? { ...piece, pinned: true } : piece)) })) };
      const [first] = typesetter.propose(pkg, { ...edition, layout });
      const rank = ({ taboos, score }: typeof printed): number => (taboos.some(({ severity }) => severity !== 'info') ? 0 : 1000) + score;
      expect(rank(first!)).toBeGreaterThanOrEqual(rank(printed));
      const pinned = first!.layout.pages.flatMap(({ pieces }) => pieces.filter((piece) => piece.pinned === true));
      expect(pinned.map(({ article: one }) => one)).toEqual(layout.pages.flatMap(({ pieces }) => pieces.filter((piece) => piece.pinned === true).map(() => id)));
    }
  });
});

describe('a paper of one column of the user\'s own', () => {
  it.each([[13, 85], [20, 30], [40, 85]])('of %i characters × %i lines holds every article, on as many pages as it needs, and no break between two is a fault', (characters, lines) => {
    const edition = paper('T6');
    const { master } = edition;
    if (master.kind !== 'paper') throw new Error('no paper');
    const narrow = { ...edition, master: { ...master, columns: 1, characters, lines } };
    const typesetter = new Typesetter(FAKE);
    const { layout, diagnostics } = typesetter.typeset(day(3), narrow);
    expect(diagnostics.filter(({ code }) => ['frame-overset', 'page-break-across', 'headline-missing'].includes(code))).toEqual([]);
    expect(new Set(layout?.layout.pages.flatMap(({ pieces }) => pieces.map((piece) => piece.article)))).toEqual(new Set(narrow.articles));
    expect(typesetter.rooms(day(3), narrow, layout!.layout).every(({ over }) => over === 0)).toBe(true);
    // Short articles stand under each other, not each on a page of its own.
    if (lines > 30) expect(layout!.layout.pages.some(({ pieces }) => pieces.length > 1)).toBe(true);
  });
});

describe('a short article with headings', () => {
  const long = '会议批准政协云岭市第五届委员会常务委员会工作报告并予以印发的决定';
  const TEXTS = {
    'three lines': [h(1, '回顾'), p('我们取得了成绩。')],
    'headings with a line each': [p('会议决定：'), h(1, '批准报告'), p('同意。'), h(1, '印发'), p('同意。')],
    'a heading of many lines': [h(1, '任免事项'), p('江一帆当选主席。请各单位遵照执行。会议认为，过去一年工作扎实有效。'), h(1, long), p('请各单位遵照执行。会议认为，过去一年工作扎实有效。')],
    'one beside short texts': [
      p('同意。会议号召全市各界人士同心同德、埋头苦干，为云岭发展贡献力量。江一帆当选主席。'),
      h(1, '会议批准政协云岭市第五届委员会常务委员会工作报告并予以印发的决定'), p('会议认为，过去一年常务委员会工作扎实有效。江一帆当选主席。'),
      h(1, '会议要求'), p('会议认为，过去一年常务委员会工作扎实有效。江一帆当选主席。'),
      h(2, '名额分配办法'), p('会议认为，过去一年常务委员会工作扎实有效。江一帆当选主席。会议号召全市各界人士同心同德、埋头苦干，为云岭发展贡献力量。'),
      h(1, '选举结果'), p('江一帆当选主席。同意。'),
    ],
  };
  it.each(Object.entries(TEXTS).flatMap(([name, blocks]) => ['N8', 'N6', 'T6'].map((preset) => [name, preset, blocks] as const)))('%s on %s: no line leaves its frame, each heading stands with its text (T-34)', (_name, preset, blocks) => {
    const pkg = packageOf([article('lead', 'notice', doc(...blocks), { 'deck.main': '政协云岭市第五届委员会第四次会议公告' })]);
    const { diagnostics } = new Typesetter(FAKE).typeset(pkg, shipped(preset, ['lead'], { paper: DAILY }));
    expect(diagnostics.filter(({ code }) => code === 'frame-overset' || code === 'heading-stranded')).toEqual([]);
  });
});
