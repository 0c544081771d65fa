// What 见报略 left out last, or offers to, word for word, by article: nobody leaves out what he
// has not read. It stands at the right until something else is changed; its page may be
// another one then.
import { useWatched } from '../session/observable';
import { sentences } from './block-panel';
import type { MakeupDesk } from './makeup-desk';

interface ListProps {
  readonly desk: MakeupDesk;
  readonly nameOf: (article: string) => string;
}

export function OmittedList({ desk, nameOf }: ListProps) {
  const omitted = useWatched(desk.cuts.omitted);
  if (omitted === null || omitted.version !== desk.version) return null;
  const { omission: { parts, characters, page }, isOffered } = omitted;
  const [first] = parts;
  return (
    <section className="makeup-omitted" aria-label={isOffered ? '可以见报略的' : '见报略了的'}>
      <h4>{isOffered ? `略去 ${characters} 字，并回${desk.pageOf(page)}` : `见报略了 ${characters} 字`}</h4>
      {parts.map(({ article, cut }) => (
        <div key={article}>
          {parts.length > 1 && <p>“{nameOf(article)}”{cut.characters} 字</p>}
          {sentences(cut)}
        </div>
      ))}
      {isOffered && first !== undefined && <button type="button" className="button small" aria-keyshortcuts="L" onClick={() => void desk.cuts.omit({ page, article: first.article })}>略去这些</button>}
    </section>
  );
}
