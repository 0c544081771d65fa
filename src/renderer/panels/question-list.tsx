// 疑问: what the recogniser asks about a raw text; an entry leads to its words.
import { MOST_ENTRIES, type LowerListProps, type LowerTab } from './lower-list';

function QuestionList({ workspace, session }: LowerListProps) {
  return session.opened.questions.slice(0, MOST_ENTRIES).map(({ text, quote }, index) => (
    <li key={index}>
      <button type="button" className="plain" onClick={() => workspace.places.goToQuote(quote)}>
        <b className="tag warning">疑</b>
        <span>{text}</span>
      </button>
    </li>
  ));
}

export const QUESTIONS: LowerTab = {
  id: 'questions',
  title: '疑问',
  count: ({ session }) => session.opened.questions.length,
  shown: ({ session }) => session.opened.questions.length > 0,
  List: QuestionList,
};
