import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { article, br, doc, field, h, lead, marked, note, p, packageOf, par, placeholder, table } from '../../../test/build';
import { applyChanges } from './apply-change';
import { Finder, plainMatches, queryError, regexFlags, regexMatches, type FindQuery, type Hit } from './find';
import type { Package } from './package';
import { expandReplacement, replaceHits, replacementError } from './replace';

const query = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({ text, how: 'plain', ignoreCase: true, ignoreWidth: true, ...more });

/** All hits, a regular expression run at once. */
function hitsOf(pkg: Package, asked: FindQuery): readonly Hit[] {
  const finder = new Finder(asked, pkg.meeting);
  for (const node of finder.unknown(pkg.articles)) finder.learn(node, regexMatches(finder.textOf(node), asked.text, regexFlags(asked)));
  return finder.hits(pkg.articles);
}

/** What a match of the text is. */
const found = (text: string, asked: FindQuery): string[] => plainMatches(text, asked).map(({ from, to }) => text.slice(from, to));

describe('plain words', () => {
  it.each<[what: string, text: string, asked: FindQuery, wanted: string[]]>([
    ['stand as they are', '政协委员和委员会', query('委员'), ['委员', '委员']],
    ['none over another', '哈哈哈哈哈', query('哈哈'), ['哈哈', '哈哈']],
    ['capitals are small letters', 'App和APP', query('app'), ['App', 'APP']],
    ['or not', 'App和APP', query('APP', { ignoreCase: false }), ['APP']],
    ['full and half width', '２０２４年，2024年', query('2024'), ['２０２４', '2024']],
    ['curly and straight quotes', '“双招双引”工程', query('"双招双引"'), ['“双招双引”']],
    ['brackets', '云岭市（试行）', query('(试行)'), ['（试行）']],
    ['blanks in the text count for nothing', '林 致　远 同志', query('林致远'), ['林 致　远']],
    ['nor those of the query', '林致远', query('林 致远'), ['林致远']],
    ['a line break neither', '云岭市\n委员会', query('市委员'), ['市\n委员']],
    ['or all of them do', '林 致远，林致远', query('林致远', { ignoreWidth: false }), ['林致远']],
    ['a query of blanks alone finds nothing', '林 致远', query('　 '), []],
    ['a letter whose small one is two keeps its place', 'İ甲a', query('甲A'), ['甲a']],
    ['whole words: no part of another', '会议室里开会，会后', query('会', { how: 'word' }), ['会']],
    ['whole words: no part of a number', '2024年办理2件', query('2', { how: 'word' }), ['2']],
    ['whole phrases of several words', '政协委员视察，政协文件', query('政协委员', { how: 'word' }), ['政协委员']],
    ['and no beginning of one', '政协委员视察', query('政协委', { how: 'word' }), []],
  ])('%s', (_, text, asked, wanted) => {
    expect(found(text, asked)).toEqual(wanted);
  });
});

describe('regular expressions', () => {
  it.each<[string, string | null]>([
    ['(甲', '正则表达式写得不对：有左括号没有配上右括号。'],
    ['甲)', '正则表达式写得不对：多出一个右括号。'],
    ['*', '正则表达式写得不对：* + ? 的前面没有可以重复的内容。'],
    ['[甲', '正则表达式写得不对：有左方括号没有配上右方括号。'],
    ['甲{', '正则表达式写得不对：花括号里要写次数，如 {2}；要找花括号本身，在它前面加 \\。'],
    ['甲{3,2}', '正则表达式写得不对：花括号里的次数前大后小。'],
    ['[乙-一]', '正则表达式写得不对：方括号里的范围不对。'],
    ['甲\\', '正则表达式写得不对：\\ 后面的写法不对。'],
    ['甲\\q', '正则表达式写得不对：\\ 后面的写法不对。'],
    ['(?甲)', '正则表达式写得不对：括号或引用的写法不对。'],
    ['\\d+件', null],
  ])('%s', (text, wanted) => {
    expect(queryError(query(text, { how: 'regex' }))).toBe(wanted);
    expect(queryError(query(text))).toBeNull();
  });

  it.each<[template: string, source: string, wanted: string | null]>([
    ['$1件', '(\\d+)件', null], ['$&', '甲', null], ['$$9', '甲', null], ['$12', '(甲)', null], ['9$', '甲', null], ['$<n>', '(?<n>甲)', null], ['$2', '(甲)|(乙)', null],
    ['$9', '甲', '“替换为”里的 $9 指第 9 个括号，正则表达式里没有括号；要写 $ 本身，写两个 $$。'],
    ['$2', '(甲)', '“替换为”里的 $2 指第 2 个括号，正则表达式里只有 1 个；要写 $ 本身，写两个 $$。'],
    ['$0', '(甲)', '“替换为”里的 $0 指第 0 个括号，正则表达式里只有 1 个；要写 $ 本身，写两个 $$。'],
    ['$<m>', '(?<n>甲)', '“替换为”里的 $<m> 指名叫“m”的括号，正则表达式里没有；要写 $ 本身，写两个 $$。'],
  ])('replaced by %s of %s', (template, source, wanted) => {
    expect(replacementError(template, source)).toBe(wanted);
  });

  it('empty matches are none', () => {
    expect(regexMatches('甲乙', 'x*', 'gu')).toEqual([]);
  });

  it.each([
    ['$1件', '12件'], ['$2', '甲'], ['$$1', '$1'], ['[$&]', '[原文]'], ['$<n>', '12'], ['$<m>', '$<m>'], ['$3', '$3'], ['$12', '122'], ['$', '$'],
  ])('%s', (template, wanted) => {
    expect(expandReplacement(template, '原文', { from: 0, to: 2, groups: ['12', '甲'], named: { n: '12' } })).toBe(wanted);
  });
});

describe('hits in a package', () => {
  const pkg = packageOf(
    [
      article('a', 'report', doc(h(1, '政协工作'), p('各级', field('organisation.short'), '组织'), p('甲', placeholder(), '件政协提案'), table(['政协', '乙'], ['丙', '政协'])), { 'deck.main': ['政协', br, '报告'] }),
      article('b', 'news', doc(p('政', note('注'), '协闭幕'))),
    ],
    [],
    { organisation: { full: null, short: '云岭市政协' } },
  );

  it('fields, texts, cells and values of the record, each with its place', () => {
    expect(hitsOf(pkg, query('政协')).map(({ article: id, field: path, block, offset, end, fixed }) => [id, path, block, offset, end, fixed])).toEqual([
      ['a', 'deck.main', 0, 0, 2, false],
      ['a', null, 0, 0, 2, false],
      ['a', null, 1, 2, 3, true],
      ['a', null, 2, 3, 5, false],
      ['a', null, 3, 0, 2, false],
      ['a', null, 3, 7, 9, false],
      ['b', null, 0, 0, 3, true],
    ]);
  });

  it('document positions are those of the words', () => {
    for (const { article: id, field: path, from, to, fixed } of hitsOf(pkg, query('政协'))) {
      const one = pkg.articles.find((each) => each.id === id)!;
      if (!fixed) expect((path === null ? one.doc : one.fields[path]!).textBetween(from, to)).toBe('政协');
    }
  });

  it('a placeholder is found by what it shows', () => {
    expect(hitsOf(pkg, query('待填')).map(({ block, offset, end, fixed }) => [block, offset, end, fixed])).toEqual([[2, 1, 2, true]]);
  });

  it('after a change only the changed block is searched again', () => {
    const asked = query('协', { how: 'regex' });
    const finder = new Finder(asked, pkg.meeting);
    const first = finder.unknown(pkg.articles);
    expect(first).toHaveLength(9);
    for (const node of first) finder.learn(node, regexMatches(finder.textOf(node), '协', 'gu'));
    const changed = applyChanges(pkg, replaceHits(pkg, finder.hits(pkg.articles).slice(1, 2), () => '商').changes);
    if (!changed.ok) throw new Error(changed.reason);
    expect(finder.unknown(changed.value.pkg.articles).map((node) => node.textContent)).toEqual(['政商工作']);
  });
});

describe('replacing', () => {
  const change = (pkg: Package, asked: FindQuery, template: string): { pkg: Package; left: number; changes: number } => {
    const finder = new Finder(asked, pkg.meeting);
    const result = replaceHits(pkg, hitsOf(pkg, asked), (hit) => (asked.how === 'regex' ? expandReplacement(template, finder.textOf(hit.node).slice(hit.match.from, hit.match.to), hit.match) : template));
    const applied = applyChanges(pkg, result.changes);
    if (!applied.ok) throw new Error(applied.reason);
    const back = applyChanges(applied.value.pkg, applied.value.inverse);
    expect(back.ok && back.value.pkg.articles.map(({ doc: text, fields }) => [text.toJSON(), fields['deck.main']?.toJSON()])).toEqual(
      pkg.articles.map(({ doc: text, fields }) => [text.toJSON(), fields['deck.main']?.toJSON()]),
    );
    return { pkg: applied.value.pkg, left: result.left.length, changes: result.changes.length };
  };

  it('one change a text, over all articles and fields', () => {
    const pkg = packageOf([article('a', 'report', doc(p('甲乙甲'), p('甲')), { 'deck.main': '甲的报告' }), article('b', 'news', doc(p('丙')))]);
    const after = change(pkg, query('甲'), '丁丁');
    expect(after.changes).toBe(2);
    expect(after.pkg.articles[0]?.doc.toJSON()).toEqual(doc(p('丁丁乙丁丁'), p('丁丁')).toJSON());
    expect(after.pkg.articles[0]?.fields['deck.main']?.textContent).toBe('丁丁的报告');
    expect(after.pkg.articles[1]).toBe(pkg.articles[1]);
  });

  it('a field whose whole text goes is no field any more', () => {
    const pkg = packageOf([article('a', 'report', doc(p('乙')), { 'deck.main': '甲' })]);
    expect(change(pkg, query('甲'), '').pkg.articles[0]?.fields['deck.main']).toBeNull();
  });

  it('the text put in has the marks of the hit’s first character', () => {
    const pkg = packageOf([article('a', 'report', doc(par({ head: { level: 2 } }, lead('协商有序。'), '会同', marked('strong', null, '各方'), '推进')))]);
    expect(change(pkg, query('序。会'), '力。一同').pkg.articles[0]?.doc.toJSON()).toEqual(
      doc(par({ head: { level: 2 } }, lead('协商有力。一同'), '同', marked('strong', null, '各方'), '推进')).toJSON(),
    );
    expect(change(pkg, query('同各'), '经各').pkg.articles[0]?.doc.toJSON()).toEqual(
      doc(par({ head: { level: 2 } }, lead('协商有序。'), '会经各', marked('strong', null, '方'), '推进')).toJSON(),
    );
  });

  it('groups of a regular expression', () => {
    const pkg = packageOf([article('a', 'report', doc(p('立案12件，办结9件')))]);
    expect(change(pkg, query('(\\d+)件', { how: 'regex' }), '$1 件').pkg.articles[0]?.doc.textContent).toBe('立案12 件，办结9 件');
  });

  it('a hit over an atom is left', () => {
    const pkg = packageOf([article('a', 'report', doc(p('在', field('place'), '，云岭市委')))], [], { place: '云岭市' });
    const after = change(pkg, query('云岭'), '溪山');
    expect(after.left).toBe(1);
    expect(after.pkg.articles[0]?.doc.toJSON()).toEqual(doc(p('在', field('place'), '，溪山市委')).toJSON());
  });

  // Paragraphs of few letters with atoms and a mark among them, so that hits are many and lie over everything.
  const piece = fc.oneof(
    fc.stringMatching(/^[ab甲Ａ ]{1,4}$/),
    fc.stringMatching(/^[ab甲]{1,3}$/).map((text) => marked('strong', null, text)),
    fc.constant(field('place')), fc.constant(placeholder()), fc.constant(note('注')), fc.constant(br),
  );
  const texts = fc.array(fc.array(piece, { maxLength: 6 }), { minLength: 1, maxLength: 4 });
  const needle = fc.oneof(
    fc.record({ text: fc.stringMatching(/^[ab甲Ａ ]{1,3}$/), how: fc.constant('plain' as const), ignoreCase: fc.boolean(), ignoreWidth: fc.boolean() }),
    fc.record({ text: fc.constantFrom('a+', '[ab]甲?', '甲.'), how: fc.constant('regex' as const), ignoreCase: fc.boolean(), ignoreWidth: fc.boolean() }),
  );

  it('changes nothing but the hits: what stands between them is the same, marks and atoms too', () => {
    fc.assert(
      fc.property(texts, needle, fc.stringMatching(/^[xy]{0,3}$/), (blocks, asked, text) => {
        const pkg = packageOf([article('a', 'report', doc(...blocks.map((pieces) => p(...pieces))))], [], { place: 'ab' });
        const before = pkg.articles[0]!.doc;
        const hits = hitsOf(pkg, asked);
        const { pkg: after, left } = change(pkg, asked, text);
        const result = after.articles[0]!.doc;
        expect(left).toBe(hits.filter(({ fixed }) => fixed).length);
        // Walk both: each stretch between two replaced hits is equal as a slice.
        let [old, now] = [0, 0];
        for (const hit of hits.filter(({ fixed }) => !fixed)) {
          expect(result.slice(now, now + hit.from - old).toJSON()).toEqual(before.slice(old, hit.from).toJSON());
          now += hit.from - old;
          expect(result.textBetween(now, now + text.length)).toBe(text);
          now += text.length;
          old = hit.to;
        }
        expect(result.slice(now, result.content.size).toJSON()).toEqual(before.slice(old, before.content.size).toJSON());
        result.check();
      }),
      { numRuns: 300 },
    );
  });
});
