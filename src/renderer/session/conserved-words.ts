// What an export may say of its text: that it is that of the articles, or what of it is not on
// the pages because the user went on all the same.
import type { Diagnostic } from '../../core/diagnostic';

/** Places that are named one by one. */
const NAMED = 3;

/** 文字与稿件一致, or where it is not; a clause without a full stop. */
export function conservedWords({ textConserved, diagnostics }: { readonly textConserved: boolean; readonly diagnostics: readonly Diagnostic[] }): string {
  if (textConserved) return '文字与稿件一致';
  const places = diagnostics.filter(({ code, severity }) => severity === 'error' && code === 'frame-overset').map(({ message }) => message);
  if (places.length === 0) return '文字与稿件不一致：有的字没有印出来，见“版面提示”';
  return `文字不全：${places.slice(0, NAMED).join('；')}${places.length > NAMED ? `；等 ${places.length} 处` : ''}`;
}
