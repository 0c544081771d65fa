import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeSample, makeSamplePackage, SAMPLE_FILE } from './make-sample';

it('the shipped sample package is what its texts make', () => {
  const made = makeSample();
  if (process.env.BANXIN_UPDATE === '1') writeFileSync(SAMPLE_FILE, made);
  expect(Buffer.from(made).equals(readFileSync(SAMPLE_FILE))).toBe(true);
});

it('the report has the parts of an annual report in prose of at least 7,000 characters', () => {
  const report = makeSamplePackage().articles.find((article) => article.id === 'report')!;
  expect(report.kind).toBe('report');
  expect(report.doc.textContent.replace(/\s/g, '').length).toBeGreaterThanOrEqual(7000);
  const levels: number[] = [];
  report.doc.forEach((block) => {
    const head = block.type.name === 'heading' ? block.attrs : (block.attrs.head as { level: number } | null);
    if (head !== null && head.level <= 2) levels.push(head.level as number);
  });
  expect(levels).toEqual([1, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2]);
});
