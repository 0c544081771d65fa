// `npm run makeup`: editions by seed made up and checked against every bar of a newspaper
// page; how many fail which bar, and what the proposals are like. `-- --seeds A-B` others,
// `--faults` each failing one in words, `--pages FOLDER` their packages, to be looked at with `banxin`.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { savePackage } from '../../src/node/package-store';
import { findFonts } from '../../src/node/fonts';
import { pageShape, pieceShape } from '../../src/core/makeup/rules/page-shapes';
import { BARS, judge } from './bars';
import { editionOf } from './editions';

const words = process.argv.slice(2);
const value = (name: string): string | undefined => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const [, from = '1', to = '200'] = /^(\d+)-(\d+)$/.exec(value('--seeds') ?? '') ?? [];
const folder = value('--pages');
const { fonts } = findFonts({ system: false, edition: 'newspaper' });

/** Editions whose first proposal, or all of them together, fail a bar; and that have another that does. */
const failed = new Map(BARS.map((bar) => [bar, { first: new Set<number>(), others: new Set<number>() }] as const));
const times: { readonly pages: number; readonly ms: number }[] = [];
const lines = new Map<number, { readonly all: number; readonly loose: number; readonly worst: number }>();
let [editions, proposals, clean] = [0, 0, 0];
/** Odd shapes of first proposals (page-shapes.ts). */
const shapes = { pieces: 0, bends: 0, bent: 0, thin: 0, long: 0, above: 0, beside: 0, under: 0 };
for (let seed = Number(from); seed <= Number(to); seed++) {
  const one = editionOf(seed);
  const judged = judge(one, fonts);
  editions++;
  proposals += judged.proposals.length;
  if (judged.faults.every(([, , of]) => of > 1)) clean++;
  for (const [measure, { all, loose, worst }] of judged.lines) {
    const pooled = lines.get(measure) ?? { all: 0, loose: 0, worst: 0 };
    lines.set(measure, { all: pooled.all + all, loose: pooled.loose + loose, worst: Math.max(pooled.worst, worst) });
  }
  for (const page of judged.proposals[0]?.layout.pages ?? []) {
    for (const piece of page.pieces) {
      const { thin, isLong, bends } = pieceShape(piece);
      shapes.pieces++;
      shapes.bends += bends;
      shapes.bent += Number(bends > 1);
      shapes.thin += Number(thin > 0);
      shapes.long += Number(isLong);
    }
    const { opens, under } = pageShape(page);
    if (opens !== null) shapes[opens.isAbove ? 'above' : 'beside']++;
    shapes.under += under.length;
  }
  times.push({ pages: judged.pages, ms: judged.ms });
  for (const [bar, , of] of judged.faults) failed.get(bar)![of > 1 ? 'others' : 'first'].add(seed);
  if (words.includes('--faults')) {
    console.log(`${seed}: ${one.name}，${judged.pages} 版，${Math.round(judged.ms)} ms，${judged.proposals.map(({ score }) => score).join(' ')}`);
    for (const [bar, text, of] of judged.faults) if (of < 2 || words.includes('--all')) console.log(`  ${bar}: ${text}`);
  }
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    const [best] = judged.proposals;
    await savePackage(path.join(folder, `${seed}.banxin`), { ...one.pkg, editions: [{ ...one.edition, layout: best!.layout }] }, null);
    writeFileSync(path.join(folder, `${seed}.txt`), judged.proposals.map(({ score, reasons }) => `${score}：${reasons.join('；')}`).join('\n'));
  }
}
console.log(`${editions} editions, ${proposals} proposals, ${clean} editions whose first proposal meets every bar`);
for (const [bar, { first, others }] of failed) console.log(`  ${bar.padEnd(6, '　')} 方案一 ${String(first.size).padStart(4)}，其余 ${String(others.size).padStart(4)}${first.size === 0 ? '' : `   ${[...first].slice(0, 12).join(' ')}`}`);
console.log(`  方案一的形状：${shapes.pieces} 块，弯 ${shapes.bends} 处，多于一弯的 ${shapes.bent} 块；有短栏（不足 5 行）的 ${shapes.thin} 块，有独长栏的 ${shapes.long} 块；无题文字压在大标题上面的 ${shapes.above} 版，在左边的 ${shapes.beside} 版；题下接题 ${shapes.under} 处`);
for (const [measure, { all, loose, worst }] of [...lines].sort(([a], [b]) => a - b)) console.log(`  ${measure} 字：${all} 行，超过 0.12 字的 ${loose} 行（${((100 * loose) / Math.max(1, all)).toFixed(2)}%），最松 ${worst.toFixed(3)}`);
for (const pages of [...new Set(times.map((time) => time.pages))].sort((a, b) => a - b)) {
  const own = times.filter((time) => time.pages === pages).map(({ ms }) => ms).sort((a, b) => a - b);
  console.log(`  ${pages} 版 ${String(own.length).padStart(4)}：CPU 中位 ${Math.round(own[own.length >> 1]!)} ms，九成以内 ${Math.round(own[Math.floor(own.length * 0.9)]!)} ms，最多 ${Math.round(own.at(-1)!)} ms`);
}
