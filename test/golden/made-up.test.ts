// Golden make-ups: the shipped sample's newspaper editions at every shipped paper, made up by the program in the
// pinned faces: the three proposals as an editor would list them (score, reasons, where each block stands), and of
// some the first proposal's pages as they print. What a change of the search does to a page that everybody
// knows is then a difference to be looked at. `npm run test:update` rewrites them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dumpList } from '../../src/core/display/dump';
import type { Proposal } from '../../src/core/makeup/judge/proposal';
import { chooseEdition } from '../../src/core/model/editions';
import type { Area, PagePlan, Piece } from '../../src/core/model/layout';
import type { Edition } from '../../src/core/model/package';
import { type Resources, Typesetter } from '../../src/core/typeset';
import { findFonts } from '../../src/node/fonts';
import { shippedPreset } from '../../src/node/presets';
import { checkLaws } from '../laws-pages';
import { makeSamplePackage } from '../sample/make-sample';

const FOLDER = fileURLToPath(new URL('made-up/', import.meta.url));
const RESOURCES: Resources = { fonts: findFonts({ system: false, edition: 'newspaper' }).fonts, images: new Map() };
const CASES = ['paper-opening', 'paper-closing'].flatMap((id) => ['N8', 'N6', 'T6'].map((preset) => [id, preset] as const));
/** Cases whose printed pages are kept as well, one a phase. */
const PRINTED = new Set(['paper-opening-N8', 'paper-closing-T6']);

describe('golden make-ups', () => {
  it.each(CASES)('%s on %s', async (id, preset) => {
    const pkg = makeSamplePackage();
    const edition = editionOn(id, preset);
    const setter = new Typesetter(RESOURCES);
    const proposals = setter.propose(pkg, edition);
    const name = `${id}-${preset}`;
    await expect(proposals.map(proposalText).join('\n')).toMatchFileSnapshot(join(FOLDER, `${name}.makeup`));
    for (const { layout } of proposals) {
      const made = { ...edition, layout };
      const set = setter.typeset(pkg, made);
      if (layout === proposals[0]!.layout && PRINTED.has(name)) await expect(dumpList(set.list)).toMatchFileSnapshot(join(FOLDER, `${name}.pages`));
      expect(checkLaws(set, pkg, made, RESOURCES)).toEqual([]);
    }
  });
  it('no dump is left of a case that is gone', () => {
    const names = [...CASES.map(([id, preset]) => `${id}-${preset}.makeup`), ...[...PRINTED].map((name) => `${name}.pages`)];
    expect(readdirSync(FOLDER).filter((file) => !names.includes(file))).toEqual([]);
  });
});

/** An edition of the sample on a shipped paper, not yet made up. */
function editionOn(id: string, preset: string): Edition {
  const choice = chooseEdition(makeSamplePackage(), { edition: id, article: null, preset: shippedPreset(preset) }, () => shippedPreset(preset));
  if (!choice.ok) throw new Error(choice.message);
  return choice.edition;
}

/** A proposal as lines: its score, why, and each page with its blocks; areas as column+columns × row+rows, from 1. */
function proposalText({ score, reasons, layout }: Proposal): string {
  return [`${score}`, ...reasons.map((reason) => `  ${reason}`), ...layout.pages.flatMap(pageText), ''].join('\n');
}

function pageText({ number, mastheadRows, pieces }: PagePlan): string[] {
  return [`page ${number}, masthead ${mastheadRows} rows`, ...pieces.map((piece) => `  ${pieceText(piece)}`)];
}

function pieceText({ article, variant, deck, body, box, from, to, fitted, upright, headline }: Piece): string {
  const jumps = `${from === null ? '' : ` from ${from}`}${to === null ? '' : ` to ${to}`}`;
  const head = deck === null ? 'no headline' : `${upright === true ? 'upright ' : ''}headline ${areaText(deck)}${headline === undefined ? '' : ` ${JSON.stringify(headline)}`}`;
  const text = body.map(({ area, into, beside }) => `${areaText(area)}/${into}${beside === true ? ' beside' : ''}`).join(', ');
  return `${article} (${variant})${jumps}: ${head}; text ${text}${box === null ? '' : `; box ${areaText(box.area)}/${box.into}`}${fitted === undefined ? '' : `; fitted ${fitted}`}`;
}

const areaText = ({ column, columns, row, rows }: Area): string => `${column + 1}+${columns}×${row + 1}+${rows}`;
