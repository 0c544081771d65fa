// What an act that was waited on had to say, and what came of the key that was pressed meanwhile:
// both are told, for the second alone would take away the only word of who moved.

/** An act that was looked for long enough to be told so, and what it said: of what it did, or why it was not made. */
export interface ToldLate {
  readonly label: string;
  readonly note: string;
  readonly refused: boolean;
}

/** `now`: the act that waited behind it; its note is empty where there is nothing to say of it. */
export function toldBehind(before: ToldLate, now: ToldLate): string {
  const first = `${before.label}${before.refused ? '没有做' : ''}：${before.note}`;
  if (now.refused) return `${first}${before.refused ? '' : '；Ctrl+Z 撤销'}。其间按的“${now.label}”没有做：${now.note}。`;
  return `${first}。${now.note === '' ? `其间按的“${now.label}”做了` : `${now.label}：${now.note}`}；Ctrl+Z ${before.refused ? '' : '一步一步'}撤销。`;
}
