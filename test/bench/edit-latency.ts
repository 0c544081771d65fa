// One character typed in the middle and the booklet laid out anew, in a warm process:
// `node edit-latency.cjs TEXT FONTS EDITS`, bundled by bench.mjs. Prints the milliseconds of each edit,
// the change applied and the display list made, as a JSON list: what typst-compile.mjs --edits does.
import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { applyChange, docOf } from '../../src/core/model/apply-change';
import { chooseEdition } from '../../src/core/model/editions';
import type { Package } from '../../src/core/model/package';
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

async function main([text = '', dir = '', edits = '']: readonly string[]): Promise<void> {
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
