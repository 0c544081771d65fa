// Prints the columns of FITTING for texts given on the command line: how good
// the lines are, pooled, at six measures and two punctuation styles. Widths are
// modelled (Han 1 em, marks ½ + ½, digits ½, points in numbers ¼), so that faces play no part.
//   node scripts/fit-figures.mjs TEXT.txt… [--digits 0.55] [--open-commas]
// Also prints the CPU time. The bars of issue 2 are held by test/property/line-quality.test.ts.
import { readFileSync } from 'node:fs';
import type { Font, FontRole } from '../../src/core/font';
import type { PunctuationStyle } from '../../src/core/flow/flow';
import { breakLines } from '../../src/core/line/break-lines';
import { loneAt } from '../../src/core/line/last-line';
import { shape } from '../../src/core/line/shape';
import { PARTS_NUMBER } from '../../src/core/line/shaped';
import { fakeFont } from '../fake-font';
import { paragraphOf } from '../paragraphs';

const args = process.argv.slice(2);
const files = args.filter((a) => !a.startsWith('--') && !/^[\d.]+$/.test(a));
const digit = args.includes('--digits') ? Number(args[args.indexOf('--digits') + 1]) * 1000 : 500;
const openCommas = args.includes('--open-commas');
const texts = files.flatMap((f) => readFileSync(f, 'utf8').split(/\r?\n/)).map((l) => l.trim().replaceAll('(', '（').replaceAll(')', '）')).filter((l) => l.length > 40);
const point = { xMin: 60, yMin: -100, xMax: 190, yMax: 100 };
const font = fakeFont({ digit, ink: { ',': point, '.': point }, advance: { ',': 278, '.': 278 } });
const fonts: ReadonlyMap<FontRole, readonly Font[]> = new Map([['song', [font]]]);
console.log(`${texts.length} paragraphs, ${texts.reduce((n, t) => n + t.length, 0)} characters`);
console.log('style     measure   lines  >.08 %  >.12 %  >.12  >.25  worst  1-char  n|u     ms');

for (const punctuation of ['kaiming', 'quanjiao'] as readonly PunctuationStyle[]) {
  for (const measure of [11, 13, 15, 17, 20, 22, 28]) {
    let lines = 0;
    let over8 = 0;
    let over12 = 0;
    let over25 = 0;
    let worst = 0;
    let lone = 0;
    let parted = 0;
    const began = process.cpuUsage();
    for (const text of texts) {
      const shaped = shape(paragraphOf(text, { punctuation, openCommas, tighten: 0.028 }), fonts);
      const set = breakLines(shaped, () => measure * 10);
      set.lines.forEach((line, i) => {
        if (i === set.lines.length - 1) {
          if (i > 0 && loneAt(shaped, line.first, line.end)) lone++;
          return;
        }
        lines++;
        if (line.gap > 0.0801) over8++;
        if (line.gap > 0.1201) over12++;
        if (line.gap > 0.2501) over25++;
        worst = Math.max(worst, line.gap);
        if (shaped.brk[line.end] === PARTS_NUMBER) parted++;
      });
    }
    const cpu = process.cpuUsage(began);
    const pct = (n: number): string => ((100 * n) / lines).toFixed(3).padStart(7);
    console.log(
      punctuation.padEnd(10) + String(measure).padStart(6) + String(lines).padStart(9) + pct(over8) + ' ' + pct(over12) + String(over12).padStart(6) +
      String(over25).padStart(6) + worst.toFixed(3).padStart(8) + String(lone).padStart(7) + String(parted).padStart(6) +
      ' ' + ((cpu.user + cpu.system) / 1000).toFixed(0).padStart(5),
    );
  }
}
