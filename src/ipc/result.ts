// What a call between main and the window gives back: a value, or a failure in the user's
// words. Electron passes only an error's message, so that every answer is one of these.

/** A value, or why there is none. */
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

export interface Failure {
  readonly ok: false;
  readonly code: string;
  /** Ready Chinese text: what happened, to which thing, what to do. */
  readonly message: string;
  /** Of a refused export: the diagnostic codes that the user may accept (DESIGN: an `error` needs the user's word). */
  readonly accept?: readonly string[];
}
