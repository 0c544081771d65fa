import { expect, it } from 'vitest';
import { readCount } from './read-count';

it.each<[string, number | null | undefined]>([
  ['8000', 8000], ['8,000', 8000], ['８０００', 8000], [' 8000 字', 8000], ['', null], ['　', null], ['0', undefined], ['八千', undefined], ['-5', undefined], ['8.5', undefined], ['12345678', undefined],
])('%j is %j', (text, wanted) => {
  expect(readCount(text)).toBe(wanted);
});
