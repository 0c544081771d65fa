// What can be done with the lines that are selected, as a row below the source: to
// an article, to a part, left out, taken in; and why the current line is what it is.
import type { LinePart } from '../../core/import/review/decision';
import { PART_NAMES } from '../../core/import/review/index';
import { useWatched } from '../session/observable';
import { labelsOf } from './article-labels';
import { chooseByKeys } from './choose-by-keys';
import { changeWords } from './line-bands';
import { openArticle, sendTo, toNoise, toPart, toText } from './review-actions';
import { titleOf } from './result-rows';
import type { ReviewSession } from './review-session';

/** Articles to choose from: a page has a dozen. */
const MOST_LISTED = 200;

const PARTS = Object.entries(PART_NAMES) as [LinePart, string][];

/** Words of the current line: what it is, why, and what was changed in it. */
export function LineWords({ session }: { readonly session: ReviewSession }) {
  const { bands } = useWatched(session.state);
  const { head } = useWatched(session.selection);
  const band = bands.bandOf(head);
  const changes = bands.changesOf(head);
  return (
    <p className="line-words" aria-live="polite">
      <b>第 {head} 行</b>
      {band === null ? '空行' : `${band.article === null ? '' : `${band.article} · `}${band.reason.startsWith(band.part) ? '' : `${band.part}：`}${band.reason}。`}
      {changes.length > 0 && <span>改动：{changeWords(changes)}。</span>}
    </p>
  );
}

export function LineTools({ session }: { readonly session: ReviewSession }) {
  const { review } = useWatched(session.state);
  const { anchor, head } = useWatched(session.selection);
  const { articles } = review.recognition;
  const labels = labelsOf(articles);
  const count = Math.abs(anchor - head) + 1;
  const lines = (): number[] => session.selectedLines();
  return (
    <div className="line-tools" role="toolbar" aria-label="选中的行">
      <span>{count === 1 ? `第 ${head} 行` : `第 ${Math.min(anchor, head)}–${Math.max(anchor, head)} 行`}</span>
      <select aria-label="送到" value="" onKeyDown={chooseByKeys} onChange={(event) => sendTo(session, lines(), event.target.value)}>
        <option value="" disabled>送到…</option>
        {articles.slice(0, MOST_LISTED).map((article) => {
          const label = labels.get(article.id);
          const title = titleOf(article);
          return <option key={article.id} value={article.id}>{label?.number} {label?.name}{title === '' ? '' : ` · ${title.slice(0, 16)}`}</option>;
        })}
      </select>
      <select aria-label="定为" value="" onKeyDown={chooseByKeys} onChange={(event) => toPart(session, lines(), event.target.value as LinePart)}>
        <option value="" disabled>定为…</option>
        {PARTS.map(([part, name]) => <option key={part} value={part}>{name}</option>)}
      </select>
      <button type="button" className="button small" onClick={() => openArticle(session, lines())}>另起一篇<kbd>N</kbd></button>
      <button type="button" className="button small" onClick={() => toNoise(session, lines())}>不收<kbd>X</kbd></button>
      <button type="button" className="button small" onClick={() => toText(session, lines())}>收作正文<kbd>T</kbd></button>
    </div>
  );
}
