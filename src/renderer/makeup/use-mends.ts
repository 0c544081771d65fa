// What would mend a block, tried with its text set: only what works is offered. In: a block and
// how its text meets its room. Out: the ways that work, the best first; why none does; null
// while they are tried.
import { useEffect, useState } from 'react';
import type { BlockName } from '../../core/makeup/hand-act';
import type { BlockRoom } from '../../core/makeup/rooms';
import { useWatched } from '../session/observable';
import type { RemedyAnswer } from '../worker/protocol';
import type { MakeupDesk } from './makeup-desk';

/** What moves under the hand is not asked about: this long it must have been as it is, ms. */
const PAUSE = 400;

export function useMends(desk: MakeupDesk, { page, article }: BlockName, room: BlockRoom | null): RemedyAnswer | null {
  const [answer, setAnswer] = useState<RemedyAnswer | null>(null);
  const { version } = desk;
  // Nor is anything asked while the hand holds something: its frames come first.
  const isHeld = useWatched(desk.drag.isOn);
  const isRight = isHeld || room === null || (room.over === 0 && room.short === 0);
  useEffect(() => {
    setAnswer(null);
    if (isRight) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      void desk.triedMends({ page, article }).then((found) => isWanted && setAnswer(found));
    }, PAUSE);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [desk, page, article, version, isRight, room?.over, room?.short]);
  return answer;
}
