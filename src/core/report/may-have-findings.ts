// Whether text-findings.ts can have anything to say of a package, told without its rules: they
// take a cold process a twentieth of its time to load, and of a raw text in order they say
// nothing. In doubt yes; a test holds both against each other.
import type { Package } from '../model/package';
import { eachTextblock } from '../model/textblocks';
import { isForConference } from './figures/for-conference';
import { sumStretches } from './figures/sum-stretches';
import { LAST_YEAR } from './roll/version-ids';

/** False only where there are no findings about the words. */
export function mayHaveFindings({ articles, versions, figures, stage }: Package): boolean {
  if (versions.some(({ id }) => id === LAST_YEAR) || Object.keys(figures ?? {}).length > 0 || isForConference(stage) || articles.length > 1) return true;
  return articles.some(({ doc, fields }) => {
    // A table's sum may be said anywhere.
    if (doc.children.some(({ type }) => type.name === 'table')) return true;
    let found = false;
    doc.forEach((block) => {
      if (!found) eachTextblock(block, (node) => { found ||= sumStretches(node.textContent).length > 0; });
    });
    return found || Object.values(fields).some((field) => field !== null && sumStretches(field.textContent).length > 0);
  });
}
