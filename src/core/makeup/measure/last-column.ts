// How the last column of a text may end (N-34): the same for all that plan, measure or judge one.

/** Rows that it may stop early without a word. */
export const MOST_SHORT = 2;
/** Lines that it has at the least. */
export const LEAST_TAIL = 3;
