// The sentences that a block's article may leave out to fit, asked of the page worker when
// its 余 changes. In: a block and its lines too many. Out: the proposal, or null.
import { useEffect, useState } from 'react';
import type { BlockName } from '../../core/makeup/hand-act';
import type { TextCut } from '../../core/model/propose-cut';
import type { MakeupDesk } from './makeup-desk';

/** What moves under the hand is not asked about: this long it must have been as it is, ms. */
const PAUSE = 300;

/** `over`: lines that find no room. */
export function useCut(desk: MakeupDesk, { page, article }: BlockName, over: number): TextCut | null {
  const [cut, setCut] = useState<TextCut | null>(null);
  useEffect(() => {
    setCut(null);
    if (over === 0) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      void desk.cutOf({ page, article }).then((found) => isWanted && setCut(found));
    }, PAUSE);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [desk, page, article, over]);
  return cut;
}
