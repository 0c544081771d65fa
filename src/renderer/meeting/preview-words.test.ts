import { expect, it } from 'vitest';
import { EMPTY_MEETING, type Meeting } from '../../core/model/package';
import { previewLines } from './preview-words';

const texts = (meeting: Partial<Meeting>): (string | null)[] => previewLines([], { ...EMPTY_MEETING, ...meeting }).map(({ text }) => text);

it('reads as a congress writes it where the record names one', () => {
  expect(texts({ place: '石桥县', organisation: { full: '石桥县人民代表大会', short: null }, term: 17, session: 5 })).toEqual(['石桥县人民代表大会常务委员会工作报告', '——在石桥县第十七届人民代表大会第五次会议上', '十七届五次']);
  expect(texts({ organisation: { full: '石桥县人民代表大会', short: null } })).toEqual(['石桥县人民代表大会常务委员会工作报告', null, null]);
});

it('and else as a committee does', () => {
  expect(texts({ place: '云岭市', organisation: { full: '中国人民政治协商会议云岭市委员会', short: '政协云岭市委员会' }, term: 5, session: 4 })[0]).toBe('中国人民政治协商会议云岭市第五届委员会常务委员会工作报告');
});
