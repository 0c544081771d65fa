import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeSample, makeSamplePackage, sampleFile } from './make-sample';
import { LANPU, SAMPLES } from './samples';

it.each(SAMPLES)('the shipped sample package $file is what its texts make', (sample) => {
  const made = makeSample(sample);
  if (process.env.BANXIN_UPDATE === '1') writeFileSync(sampleFile(sample), made);
  expect(Buffer.from(made).equals(readFileSync(sampleFile(sample)))).toBe(true);
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
