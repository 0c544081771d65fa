// What can be done with the article whose row is current: another kind, up, down.
import type { ArticleKind } from '../../core/model/package';
import { useWatched } from '../session/observable';
import { KIND_NAMES, labelsOf } from './article-labels';
import { chooseByKeys } from './choose-by-keys';
import { charactersOf } from './result-rows';
import { moveArticleTo, setKind } from './review-actions';
import type { ReviewSession } from './review-session';

export function ArticleTools({ session }: { readonly session: ReviewSession }) {
  const { review, rows } = useWatched(session.state);
  const chosen = useWatched(session.row);
  const { articles } = review.recognition;
  const id = (chosen === null ? undefined : rows.at(rows.indexOf(chosen)))?.article ?? articles[0]?.id;
  const at = articles.findIndex((article) => article.id === id);
  const article = articles[at];
  if (article === undefined) return <div className="article-tools" />;
  const label = labelsOf(articles).get(article.id);
  return (
    <div className="article-tools" role="toolbar" aria-label="这一篇">
      <span>{label?.number} {label?.name}</span>
      <small title={article.reasons.join('；')}>{charactersOf(article).toLocaleString('zh-CN')} 字 · {article.reasons.join('；')}</small>
      <select aria-label="文种" value={article.kind} onKeyDown={chooseByKeys} onChange={(event) => setKind(session, article.id, event.target.value as ArticleKind)}>
        {KIND_NAMES.map(([kind, name]) => <option key={kind} value={kind}>{name}</option>)}
      </select>
      <button type="button" className="button small" disabled={at === 0} onClick={() => moveArticleTo(session, article.id, at - 1)}>上移</button>
      <button type="button" className="button small" disabled={at === articles.length - 1} onClick={() => moveArticleTo(session, article.id, at + 1)}>下移</button>
    </div>
  );
}
