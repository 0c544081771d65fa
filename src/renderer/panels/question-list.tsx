// 疑问: what the recogniser asks about a raw text. An entry leads to its words; a
// cut paragraph is joined or left, anything else is ticked off when it was looked
// at. What undo takes apart again is asked again.
import type { Package } from '../../core/model/package';
import type { JoinQuestion, Question } from '../../ipc/index';
import type { DocumentSession } from '../session/document-session';
import type { Workspace } from '../session/workspace';
import { findPieces, joinPieces, type Pieces } from './join-pieces';
import { MOST_ENTRIES, type LowerListProps, type LowerTab } from './lower-list';

const found = new WeakMap<Package['articles'], Map<Question, Pieces>>();

function piecesOf({ articles }: Package, question: Question): Pieces | null {
  if (question.join === null) return null;
  let known = found.get(articles);
  if (known === undefined) found.set(articles, (known = new Map<Question, Pieces>()));
  let pieces = known.get(question);
  if (pieces === undefined) known.set(question, (pieces = findPieces(articles, question.join)));
  return pieces;
}

function openQuestions({ session, pkg }: LowerListProps): readonly Question[] {
  const answered = session.answered.get();
  return session.opened.questions.filter((question) => !answered.has(question) && piecesOf(pkg, question)?.state !== 'joined');
}

function QuestionList(props: LowerListProps) {
  const { workspace, session, pkg } = props;
  const questions = openQuestions(props);
  if (questions.length === 0) return <li className="quiet">疑问都看过了。</li>;
  return questions.slice(0, MOST_ENTRIES).map((question) => {
    const pieces = piecesOf(pkg, question);
    return (
      <li key={session.opened.questions.indexOf(question)} className="with-action">
        <button type="button" className="plain" onClick={() => workspace.places.goToQuote(question.quote)}>
          <b className="tag warning">疑</b>
          <span>{question.text}</span>
        </button>
        {pieces?.state === 'apart' && session.opened.readOnly === null && (
          <button type="button" className="button small" onClick={() => question.join !== null && join(workspace, session, question.join)}>合为一段</button>
        )}
        <button type="button" className="button small" onClick={() => session.answered.set(new Set([...session.answered.get(), question]))}>{pieces?.state === 'apart' ? '不合并' : '看过了'}</button>
      </li>
    );
  });
}

function join({ places }: Workspace, session: DocumentSession, question: JoinQuestion): void {
  // As the text is now: the list shows it as it was when typing paused.
  const pieces = findPieces(session.pkg.articles, question);
  const article = pieces.state === 'apart' ? session.pkg.articles.find(({ id }) => id === pieces.article) : undefined;
  if (pieces.state !== 'apart' || article === undefined) return;
  const { before, after } = pieces;
  const change = joinPieces(article, before, after);
  if (change === null) return;
  session.change([change], '合为一段');
  places.goTo({ article: article.id, field: null, block: after < before ? before - 1 : before, offset: article.doc.child(before).content.size });
}

export const QUESTIONS: LowerTab = {
  id: 'questions',
  title: '疑问',
  count: (props) => openQuestions(props).length,
  shown: ({ session }) => session.opened.questions.length > 0,
  List: QuestionList,
};
