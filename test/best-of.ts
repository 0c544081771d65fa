/**
 * The least of what up to `tries` measurings give, in their unit; the first below `enough` ends them. For what must be
 * done within a time: a machine or a disk that somebody else has for a second is slow once, code at fault every time.
 */
export async function bestOf(tries: number, enough: number, measure: () => Promise<number>): Promise<number> {
  let best = Infinity;
  for (let i = 0; i < tries && best >= enough; i++) best = Math.min(best, await measure());
  return best;
}
