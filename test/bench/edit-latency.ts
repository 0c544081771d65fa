// One character typed in the middle and the booklet laid out anew, in a warm process:
// `node edit-latency.cjs TEXT FONTS EDITS`, bundled by bench.mjs. Prints the milliseconds of each edit,
// the change applied and the display list made, as a JSON list: what typst-compile.mjs --edits does.
// `node edit-latency.cjs PACKAGE.banxin - EDITS`: every edition of a package and its newspapers on the
// pages of each preset, a character typed anywhere in their articles: CPU milliseconds a key in the
// default faces, and the part that each stage has in them, from a profile of the same run.
import { Session } from 'node:inspector/promises';
import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { applyChange, docOf } from '../../src/core/model/apply-change';
import { chooseEdition, makeEdition } from '../../src/core/model/editions';
import type { Edition, Package } from '../../src/core/model/package';
import { Typesetter } from '../../src/core/typeset';
import { findFonts } from '../../src/node/fonts';
import { openInput } from '../../src/node/package-store';
import { shippedPreset } from '../../src/node/presets';

/** The package with one 新 typed after the first 。 behind the middle of the article's text. */
function typeInTheMiddle(pkg: Package, article: string, turn: number): Package {
  const doc = docOf(pkg, article, null);
  if (doc === null) throw new Error(`the article ${article} has no document`);
  let at: number | null = null;
  doc.nodesBetween(Math.floor(doc.content.size / 2) + turn * 7, doc.content.size, (node, pos) => {
    if (at !== null || !node.isTextblock) return at === null;
    const stop = node.textContent.indexOf('。', Math.max(0, Math.floor(doc.content.size / 2) + turn * 7 - pos - 1));
    if (stop >= 0) at = pos + 1 + stop;
    return false;
  });
  if (at === null) throw new Error('no sentence ends behind the middle of the text');
  const step = new ReplaceStep(at, at, new Slice(Fragment.from(doc.type.schema.text('新')), 0, 0));
  const result = applyChange(pkg, { kind: 'steps', article, field: null, steps: [step.toJSON()] });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** The package with a character of a sentence typed at a place that `at` (0 to 1) names, all articles of the edition one after the other. */
function typeAnywhere(pkg: Package, edition: Edition, at: number, text: string): Package {
  const places = edition.articles.flatMap((article) => {
    const found: { article: string; from: number; size: number }[] = [];
    docOf(pkg, article, null)?.descendants((node, pos) => {
      if (node.isTextblock && node.content.size > 0) found.push({ article, from: pos + 1, size: node.content.size });
      return !node.isTextblock;
    });
    return found;
  });
  let left = Math.floor(at * places.reduce((sum, { size }) => sum + size, 0));
  const place = places.find(({ size }) => (left -= size) < 0);
  const doc = place === undefined ? null : docOf(pkg, place.article, null);
  if (place === undefined || doc === null) throw new Error(`the edition ${edition.name} has no text`);
  const pos = place.from + place.size + left;
  const step = new ReplaceStep(pos, pos, new Slice(Fragment.from(doc.type.schema.text(text)), 0, 0));
  const result = applyChange(pkg, { kind: 'steps', article: place.article, field: null, steps: [step.toJSON()] });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** Stages by the functions that are theirs; a sample belongs to the innermost of them on its stack. */
const STAGES: readonly (readonly [string, readonly string[]])[] = [
  ['flow', ['flow']], ['shape', ['shape', 'breakLines']], ['search', ['placeArticles']], ['fill', ['fillPiece', 'copyfitPiece', 'paginate', 'fillFrame']],
  ['compose', ['compose', 'composeSheets']], ['draw', ['buildPage']], ['other', ['typeset']],
];

/** The keys typed one after the other: CPU milliseconds of each, and the percentage of each stage in all of them. */
async function profiled(typesetter: Typesetter, pkg: Package, edition: Edition, keys: number): Promise<{ readonly times: readonly number[]; readonly parts: string }> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  const times: number[] = [];
  let now = pkg;
  for (let key = 0; key < keys; key++) {
    // The golden section: every part of the text, none twice.
    now = typeAnywhere(now, edition, (key * 0.618_033_988_75) % 1, '新的一年'.charAt(key % 4));
    const before = process.cpuUsage();
    typesetter.typeset(now, edition, true);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id] as const)));
  const sums = new Map<string, number>();
  profile.samples?.forEach((sample, i) => {
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      const name = nodes.get(id)?.callFrame.functionName;
      const stage = STAGES.find(([, names]) => names.includes(name ?? ''));
      if (stage === undefined) continue;
      sums.set(stage[0], (sums.get(stage[0]) ?? 0) + (profile.timeDeltas?.[i] ?? 0));
      return;
    }
  });
  const all = [...sums.values()].reduce((sum, one) => sum + one, 0);
  return { times, parts: STAGES.map(([name]) => `${name} ${((100 * (sums.get(name) ?? 0)) / all).toFixed(0)}`.padEnd(12)).join('') };
}

/** Keys that warm the process up and do not count. */
const WARM = 10;

async function editions(file: string, keys: number): Promise<void> {
  const { pkg } = await openInput(file);
  const papers = pkg.editions.filter(({ kind }) => kind === 'newspaper');
  const onPresets = ['N8', 'N6', 'T6'].flatMap((preset) =>
    papers.map((one): Edition => ({ ...makeEdition(shippedPreset(preset), one.articles, preset), name: `${preset} ${one.name}`, paper: one.paper, date: one.date })));
  const { fonts } = findFonts({ system: false });
  console.log(`CPU ms a key (${keys} keys)   cold    p50    p95    most   % of stages`);
  for (const edition of [...pkg.editions, ...onPresets]) {
    const typesetter = new Typesetter({ fonts, images: new Map() });
    const before = process.cpuUsage();
    typesetter.typeset(pkg, edition);
    const { user, system } = process.cpuUsage(before);
    await profiled(typesetter, pkg, edition, WARM);
    const { times, parts } = await profiled(typesetter, pkg, edition, keys);
    const sorted = times.toSorted((a, b) => a - b);
    const at = (part: number): number => sorted[Math.min(keys - 1, Math.floor(part * keys))] ?? 0;
    const columns = [(user + system) / 1000, at(0.5), at(0.95), at(1)].map((one) => one.toFixed(1).padStart(7)).join('');
    console.log(`${edition.name}${' '.repeat(Math.max(1, 26 - [...edition.name].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0)))}${columns}   ${parts.trimEnd()}`);
  }
}

async function main([text = '', dir = '', edits = '']: readonly string[]): Promise<void> {
  if (text.endsWith('.banxin')) return editions(text, Number(edits));
  const opened = await openInput(text);
  const choice = chooseEdition(opened.pkg, { edition: 'booklet', article: null, preset: null }, () => shippedPreset('gb'));
  if (!choice.ok) throw new Error(choice.message);
  const { edition } = choice;
  const article = edition.articles[0];
  if (article === undefined) throw new Error('the edition has no article');
  const { fonts } = findFonts({ system: false, edition: 'booklet', dir });
  const typesetter = new Typesetter({ fonts, images: new Map() });

  let { pkg } = opened;
  typesetter.typeset(pkg, edition);
  const times: number[] = [];
  for (let turn = 0; turn < Number(edits); turn++) {
    const began = performance.now();
    pkg = typeInTheMiddle(pkg, article, turn);
    typesetter.typeset(pkg, edition);
    times.push(performance.now() - began);
  }
  console.log(JSON.stringify(times));
}

void main(process.argv.slice(2));
