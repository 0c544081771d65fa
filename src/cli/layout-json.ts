// A make-up of a newspaper as `makeup` and `export` answer it.
import type { Proposal } from '../core/makeup/judge/proposal';

/** Its pages stand beside what they are worth. */
export function layoutJson({ layout, ...worth }: Proposal): Omit<Proposal, 'layout'> & Proposal['layout'] {
  return { ...worth, ...layout };
}
