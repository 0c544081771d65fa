import { expect, it } from 'vitest';
import { article, doc, h, p, packageOf, taken } from '../../../test/build';
import { takenFrom, usedAt } from './references';

const SENTENCE = '全会提出，要把岚水保护放在压倒性位置，推动沿河产业转型。';

it('a sentence taken is found where it stands, as it was or worked on; another source’s, or a new one, is not', () => {
  const pkg = packageOf([article('a', 'report', doc(h(1, '总要求'), p('一年来，', taken('公报', SENTENCE), '我们照此办理。'), p(taken('公报', SENTENCE.replace('推动', '带动')), taken('别的', '会议强调，要办好民生实事。'))))]);
  const from = takenFrom(pkg, '公报');
  expect(from).toEqual([{ article: 'a', block: 1, offset: 4, text: SENTENCE }, { article: 'a', block: 2, offset: 0, text: SENTENCE.replace('推动', '带动') }]);
  expect(usedAt(SENTENCE, from)).toMatchObject({ block: 1, offset: 4 });
  expect(usedAt(SENTENCE, from.slice(1))).toMatchObject({ block: 2, offset: 0 });
  expect(usedAt('会议强调，要办好民生实事。', from)).toBeNull();
});
