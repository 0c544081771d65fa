// What an act that was waited on had to say, and what came of the key that was pressed meanwhile:
// both are told, for the second alone would take away the only word of who moved.

/** An act that was looked for long enough to be told so, and what it said, without how it is undone. */
export interface ToldLate {
  readonly label: string;
  readonly note: string;
}

/** `label`, `note` and `refused`: the act that waited behind it; `note` empty where there is nothing to say of it. */
export function toldBehind(before: ToldLate, label: string, note: string, refused: boolean): string {
  const first = `${before.label}：${before.note}`;
  if (refused) return `${first}；Ctrl+Z 撤销。其间按的“${label}”没有做：${note}。`;
  return `${first}。${note === '' ? `其间按的“${label}”也做了` : `${label}：${note}`}；Ctrl+Z 一步一步撤销。`;
}
