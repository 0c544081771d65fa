import { describe, expect, it } from 'vitest';
import { plenaryMentions, sessionMentions } from './sessions';

const own = (text: string, body: 'cppcc' | 'congress' = 'cppcc'): string[] => sessionMentions(text, body, '市').filter(({ owner }) => owner === 'own').map(({ text: mention, term, session, since }) => `${mention}|${term}.${session ?? '-'}${since ? '…' : ''}`);
const other = (text: string, body: 'cppcc' | 'congress' = 'cppcc'): string[] => sessionMentions(text, body, '市').filter(({ owner }) => owner === 'other').map(({ text: mention }) => mention);

describe('sessions of the own body', () => {
  it.each([
    ['——在政协云岭市第五届委员会第四次会议上', ['第五届委员会第四次会议|5.4']],
    ['在政协第八届茂岭市委员会第三次会议上', ['第八届茂岭市委员会第三次会议|8.3']],
    ['受政协云岭市第五届委员会常务委员会委托', ['第五届委员会|5.-']],
    ['高质量召开五届三次全体会议和4次常委会', ['五届三次全体会议|5.3']],
    ['市政协五届一次会议以来优秀提案', ['五届一次会议|5.1…']],
    ['五届三次会议以来，收到提案', ['五届三次会议|5.3…']],
    ['也是五届市政协履职走深的一年', ['五届|5.-']],
    ['十一届市政协三次会议、政协十一届五次会议', ['十一届市政协三次会议|11.3', '十一届五次会议|11.5']],
    ['政协云岭市第五届委员会\n第四次会议', ['第五届委员会\n第四次会议|5.4']],
  ])('%s', (text, mentions) => expect(own(text)).toEqual(mentions));

  it.each(['希望新一届政协在今后工作中认真研究解决', '上一届市政协打下的基础', '每一届政协都接续奋斗'])('no term is named: %s', (text) => expect(own(text)).toEqual([]));

  it.each([
    ['云岭市第八届人民代表大会第四次会议上', ['第八届人民代表大会第四次会议|8.4']],
    ['市八届人大三次会议以来', ['八届人大三次会议|8.3…']],
    ['我受云岭市第十五届人大常委会委托', ['十五届|15.-']],
  ])('of a congress: %s', (text, mentions) => expect(own(text, 'congress')).toEqual(mentions));
});

describe('sessions of others', () => {
  it.each([
    ['全国政协十四届二次会议', ['十四届二次会议']],
    ['省政协十三届三次会议', ['十三届三次会议']],
    ['落实市委八届四次、五次全会精神', ['八届四次']],
    ['中国共产党云岭市第八届委员会第五次全体会议', ['第八届委员会第五次全体会议']],
    ['市八届人大四次会议', ['八届人大四次会议']],
    ['全国十四届人大三次会议', ['十四届人大三次会议']],
    ['学习贯彻十四届全国人大二次会议精神', ['十四届全国人大二次会议']],
    ['政协第十四届全国委员会第二次会议', ['第十四届全国委员会第二次会议']],
  ])('%s', (text, mentions) => {
    expect(other(text)).toEqual(mentions);
    expect(own(text)).toEqual([]);
  });
});

it('of the nation in a congress’s report', () => {
  expect(other('十四届全国人大二次会议精神，第十四届全国人民代表大会第三次会议', 'congress')).toEqual(['十四届全国人大二次会议', '第十四届全国人民代表大会第三次会议']);
});

it('writes the same mention with other numbers', () => {
  const [long, short] = sessionMentions('在第九届委员会第三次会议上，九届二次全体会议', 'cppcc', '市');
  expect(long?.write(10, 1)).toBe('第十届委员会第一次会议');
  expect(short?.write(9, 3)).toBe('九届三次全体会议');
});

it.each([
  ['贯彻中共二十届四中全会精神', ['中共二十届四中全会']],
  ['落实省委十二届四次全会和市委八届四次、五次全会精神', ['省委十二届四次全会', '市委八届四次、五次全会']],
  ['二十届三中、四中全会', ['二十届三中、四中全会']],
  ['市第八次党代会提出', ['市第八次党代会']],
  ['市政协五届三次会议', []],
])('plenaries in %s', (text, expected) => expect(plenaryMentions(text).map(({ from, to }) => text.slice(from, to))).toEqual(expected));
