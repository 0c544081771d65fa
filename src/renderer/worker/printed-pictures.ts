// Where the pictures of a newspaper's articles stand on its set pages: what 排版台 takes hold
// of. In: pages as they are drawn and their make-up. Out: of each article with a picture its
// first one, on the page where it is printed. Pictures of the paper itself (报头) are none.
import type { DisplayPage } from '../../core/display/list';
import type { PrintedPicture } from '../../core/makeup/hand/picture-spot';
import type { Proposal } from '../../core/makeup/judge/proposal';
import type { Layout } from '../../core/model/layout';
import type { Edition, Package } from '../../core/model/package';
import type { Typesetter } from '../../core/typeset';
import type { PicturedProposal } from './protocol';

/** Where the first picture of each article stands on printed pages. */
export function printedPictures(pages: readonly DisplayPage[], layout: Layout, { pictures = {} }: Pick<Package, 'pictures'>): PrintedPicture[] {
  const out: PrintedPicture[] = [];
  layout.pages.forEach((plan, i) => {
    const groups = (pages[i]?.items ?? []).flatMap((item) => (item.kind === 'group' && item.what === 'picture' && item.clip !== null ? [item] : []));
    for (const { article } of plan.pieces) {
      const asset = pictures[article]?.asset;
      const group = asset === undefined ? undefined : groups.find(({ items }) => items.some((image) => image.kind === 'image' && image.image === asset));
      if (group !== undefined && group.clip !== null) out.push({ page: plan.number, article, rect: { x: group.x, y: group.y, width: group.clip.width, height: group.clip.height } });
    }
  });
  return out;
}

/** Proposals with where their pictures would be printed, which a layout alone does not tell: each is set once, where an article of the edition has a picture. */
export function picturedBy(typesetter: Typesetter, pkg: Package, edition: Edition): (proposal: Proposal) => PicturedProposal {
  const known = new Map<string, PicturedProposal['pictures']>();
  if (!edition.articles.some((id) => pkg.pictures?.[id] !== undefined)) return (proposal) => proposal;
  return (proposal) => {
    const { layout } = proposal;
    const key = JSON.stringify(layout);
    if (!known.has(key)) known.set(key, printedPictures(typesetter.typeset(pkg, { ...edition, layout }).list.pages, layout, pkg));
    return { ...proposal, pictures: known.get(key) };
  };
}
