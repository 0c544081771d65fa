// What the underlines in a text mean that is written on the page (panels/finding-marks.ts draws
// them): told at the desk's foot while it is written, for the list of the writing area is not in
// view there. In: the findings of the pages and the article. Out: words, or none.
import type { Diagnostic } from '../../core/diagnostic';

/** Findings that are told; how many more there are is said. */
const MOST = 2;

/** Findings that are underlined in an article's text, errors first. */
export function wavesOf(diagnostics: readonly Diagnostic[], article: string): readonly Diagnostic[] {
  const own = diagnostics.filter(({ at, severity }) => severity !== 'info' && at !== null && 'article' in at && at.article === article);
  return own.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

/** `标题下的红波线：…；正文里的点线：…`; empty where nothing is underlined. */
export function waveWords(diagnostics: readonly Diagnostic[], article: string): string {
  const waves = wavesOf(diagnostics, article);
  const told = waves.slice(0, MOST).map(({ at, severity, message }) => `${at !== null && 'article' in at && at.field !== null ? '标题下' : '正文里'}的${severity === 'error' ? '红波线' : '点线'}：${message}`);
  return waves.length > MOST ? `${told.join('；')}；另有 ${waves.length - MOST} 处，列在右边` : told.join('；');
}
