// Ids of the versions that roll-forward keeps in a draft.

/** Id of the version that keeps last year's text in the new draft. */
export const LAST_YEAR = 'last-year';
/** Id of the version that keeps the draft of a report on five years as it was made: what its template asked for is told by it once it is filled. */
export const MADE = 'five-year-draft';
