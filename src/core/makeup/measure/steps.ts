// Work that is done step by step, so that who has it done can answer others between two
// steps, say how it goes, or give it up. In: a generator that yields before each long part.
// Out: its result. Nothing is known here of what the work is.

/** Yields between two parts of the work; returns what it comes to. */
export type Steps<T> = Generator<void, T, void>;

/** All of it at once. */
export function allOf<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
