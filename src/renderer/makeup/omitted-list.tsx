// What 见报略 left out last, word for word, by article: nobody leaves out what he has not read.
// It stands at the right until something else is changed; its page may be another one then.
import { useWatched } from '../session/observable';
import { sentences } from './block-panel';
import type { MakeupDesk } from './makeup-desk';

interface ListProps {
  readonly desk: MakeupDesk;
  readonly nameOf: (article: string) => string;
}

export function OmittedList({ desk, nameOf }: ListProps) {
  const omitted = useWatched(desk.omitted);
  if (omitted === null || omitted.version !== desk.version) return null;
  const { parts, characters } = omitted.omission;
  return (
    <section className="makeup-omitted" aria-label="见报略了的">
      <h4>见报略了 {characters} 字</h4>
      {parts.map(({ article, cut }) => (
        <div key={article}>
          {parts.length > 1 && <p>“{nameOf(article)}”{cut.characters} 字</p>}
          {sentences(cut)}
        </div>
      ))}
    </section>
  );
}
