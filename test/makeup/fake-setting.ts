// An edition with all that its make-up asks, in fake fonts: for tests of what a make-up is worth in type.
import { Flower } from '../../src/core/flow/flow-article';
import type { PaperMaster } from '../../src/core/model/master';
import type { Edition, Package } from '../../src/core/model/package';
import { Paginator } from '../../src/core/page/paginate';
import { PieceMemory } from '../../src/core/page/piece-memory';
import { Setter } from '../../src/core/page/setter';
import { type PaperSetting, paperSetting } from '../../src/core/typeset-paper';
import { FAKE } from '../build-edition';

export function fakeSetting(pkg: Package, edition: Edition): PaperSetting {
  const setter = new Setter(FAKE.fonts);
  const paginator = new Paginator(setter);
  const flower = new Flower();
  return paperSetting(edition, edition.master as PaperMaster, pkg.articles, pkg.meeting, (article, variant) => flower.flow(article, { edition, meeting: pkg.meeting, stage: pkg.stage, variant, noteNumber: null, notesKey: '' }, new Map()).flow, { flower, setter, paginator, pieces: new PieceMemory(paginator), pages: new WeakMap() }, pkg.pictures);
}
