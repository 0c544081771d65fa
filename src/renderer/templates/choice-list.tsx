// A list to choose one of, in a dialog: radio buttons drawn as rows, so that arrows
// walk, the chosen one is read aloud, and Tab leaves the list as it leaves a box.
import { useId, type ReactNode } from 'react';

export interface Choice {
  readonly id: string;
  readonly title: string;
  /** A second, quieter line. */
  readonly about: string;
  /** A word at the row's end: 自己的. */
  readonly tag?: string;
}

interface ChoiceListProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
  /** Called by a double click. */
  readonly take?: () => void;
  readonly empty?: ReactNode;
  /** The chosen row has the focus when the list appears. */
  readonly focus?: boolean;
}

export function ChoiceList({ label, choices, chosen, choose, take, empty, focus = false }: ChoiceListProps) {
  const name = useId();
  return (
    <fieldset className="choices" onDoubleClick={take}>
      <legend className="unseen">{label}</legend>
      {choices.map(({ id, title, about, tag }) => (
        <label key={id} className={id === chosen ? 'choice chosen' : 'choice'}>
          <input
            type="radio"
            name={name}
            className="unseen"
            checked={id === chosen}
            autoFocus={focus && id === chosen}
            onChange={(event) => {
              choose(id);
              event.currentTarget.parentElement?.scrollIntoView({ block: 'nearest' });
            }}
          />
          <b>{title}</b>
          {tag !== undefined && <span className="tag">{tag}</span>}
          <small>{about}</small>
        </label>
      ))}
      {choices.length === 0 && <p className="quiet">{empty}</p>}
    </fieldset>
  );
}
