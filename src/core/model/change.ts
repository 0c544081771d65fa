// The one change log. Every edit, import, accepted finding and roll-forward is a
// PackageChange: grouped, invertible, plain JSON. Undo, the journal, the worker
// and later collaboration read this one log. apply() and invert() live in
// apply-change.ts.

/** `steps` are ProseMirror steps as JSON, on the article's document or on one of its fields. */
export type PackageChange =
  | { readonly kind: 'steps'; readonly article: string; readonly field: string | null; readonly steps: readonly unknown[] }
  | { readonly kind: 'set'; readonly path: string; readonly from: unknown; readonly to: unknown }
  | { readonly kind: 'add'; readonly what: PartKind; readonly index: number; readonly value: unknown }
  | { readonly kind: 'remove'; readonly what: PartKind; readonly index: number; readonly value: unknown }
  | { readonly kind: 'move'; readonly what: PartKind; readonly from: number; readonly to: number };

export type PartKind = 'article' | 'edition' | 'version' | 'asset' | 'comment';

/** Changes that are one step of undo. `label` is what 撤销历史 shows; `at` is milliseconds since the epoch. */
export interface ChangeGroup {
  readonly label: string;
  readonly at: number;
  readonly changes: readonly PackageChange[];
  /** The program noted something that nobody asked for: undo passes over it. */
  readonly quiet?: true;
}
