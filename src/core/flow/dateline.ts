/** What opens a 消息 in its own face: 本报讯, 新华社 (TYPESETTING 2.4, 电头). */
const DATELINES = ['本报讯', '新华社'];

/** The 电头 that a paragraph's text begins with; null where it has none. */
export function datelineOf(text: string): string | null {
  return DATELINES.find((words) => text.startsWith(words)) ?? null;
}
