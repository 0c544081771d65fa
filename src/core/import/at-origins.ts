// A recognition whose lines count as the user's file counts them. In a docx a line is
// a paragraph (COMMANDS), while the recogniser's text has a line more where a manual
// break parts a title or items. For reports only: the text is rebuilt (restore.ts)
// from the recogniser's own lines.
import type { Recognition } from './recognition';

/** Every line number taken through `origins` (of line n at n − 1); lines of one origin are one where lines are listed. */
export function atOrigins(recognition: Recognition, origins: readonly number[]): Recognition {
  if (origins.every((origin, i) => origin === i + 1)) return recognition;
  const at = (line: number): number => origins[line - 1] ?? line;
  const moved = <T extends { readonly line: number }>(one: T): T => ({ ...one, line: at(one.line) });
  return {
    ...recognition,
    lineCount: Math.max(0, ...origins),
    articles: recognition.articles.map((article) => ({
      ...article,
      label: article.label === null ? null : { ...article.label, piece: moved(article.label.piece) },
      fields: Object.fromEntries(Object.entries(article.fields).map(([name, field]) => [name, field === null ? null : { ...field, pieces: field.pieces.map(moved) }])) as typeof article.fields,
      blocks: article.blocks.map((block) => ({ ...block, pieces: block.pieces.map(moved) })),
      lines: [...new Set(article.lines.map(at))].sort((a, b) => a - b),
    })),
    joins: recognition.joins.map((join) => ({ ...join, beforeLine: at(join.beforeLine), afterLine: at(join.afterLine) })).filter(({ beforeLine, afterLine }) => beforeLine !== afterLine),
    noise: recognition.noise.map(moved),
    changes: recognition.changes.map(moved),
    unassigned: recognition.unassigned.map(moved),
    lineReasons: recognition.lineReasons.map(moved),
  };
}
