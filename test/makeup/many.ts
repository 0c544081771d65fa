import type { BlockOrigin } from '../../src/core/flow/flow';
import { findFonts } from '../../src/node/fonts';
import { Flower } from '../../src/core/flow/flow-article';
import { SearchMemory } from '../../src/core/makeup/search-memory';
import type { PaperMaster } from '../../src/core/model/master';
import { Paginator } from '../../src/core/page/paginate';
import { PieceMemory } from '../../src/core/page/piece-memory';
import { Setter } from '../../src/core/page/setter';
import { paperSetting, proposingPaper } from '../../src/core/typeset-paper';
import { editionOf } from './editions';

const { fonts } = findFonts({ system: false, edition: 'newspaper' });
for (const seed of process.argv.slice(2).flatMap((w) => { const m = /^(\d+)-(\d+)$/.exec(w); return m ? Array.from({ length: +m[2]! - +m[1]! + 1 }, (_, i) => +m[1]! + i) : [+w]; })) {
  const { pkg, edition, name } = editionOf(seed);
  const master = edition.master as PaperMaster;
  const setter = new Setter(fonts);
  const paginator = new Paginator(setter);
  const flower = new Flower();
  const origins = new Map<number, BlockOrigin>();
  const tools = { flower, setter, paginator, pieces: new PieceMemory(paginator), pages: new WeakMap() };
  (globalThis as any).HEADED = 0; (globalThis as any).JUDGED = 0;
  const began = process.cpuUsage();
  const setting = paperSetting(edition, master, pkg.articles, pkg.meeting, (article, variant) => flower.flow(article, { edition, meeting: pkg.meeting, stage: pkg.stage, variant, noteNumber: null, notesKey: '' }, origins).flow, tools);
  const all = [...proposingPaper(edition, setting, new SearchMemory())];
  const used = process.cpuUsage(began);
  const proposals = all.at(-1) ?? [];
  console.log(`${seed} ${name} r${all.length} h${(globalThis as any).HEADED} ${Math.round((used.user + used.system) / 1000)} ms ${proposals[0]!.layout.pages.length}p | ${proposals.map(({ score, taboos, feetLines }) => `${score}${taboos.filter(({ severity }) => severity !== 'info').length ? '*' : ''}${taboos.some(({ kind }) => kind === 'lead') ? 'L' : ''}${feetLines > 0 ? `f${feetLines}` : ''}`).join(' ')}`);
}
