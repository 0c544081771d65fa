// Whole numbers that are written side by side: Tab goes on to the next and sets nothing, Enter
// sets all that was written as one and gives the keys back to the page, arrows step one, Escape
// leaves what was. In: the numbers as they are; out: those that were written, by name. It knows
// nothing of what they mean. Where the focus leaves them all, or another block is chosen, what
// was written is set too: it was meant for this one.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { MakeupDesk } from './makeup-desk';

/** On the first number of the panel. */
const FIRST = 'data-first-number';

/** To the first number; false where nothing is selected. */
export function toFirstNumber(): boolean {
  const field = document.querySelector<HTMLInputElement>(`[${FIRST}]`);
  field?.focus();
  return field !== null;
}

/** Numbers that are set together. */
export interface NumberGroup {
  /** Whose numbers they are: of another they are others. */
  readonly of: string;
  /** What is written and not yet set, by name. */
  readonly drafts: ReadonlyMap<string, string>;
  /** `text` null: as it is. */
  readonly write: (name: string, text: string | null) => void;
  readonly commit: () => void;
  readonly clear: () => void;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** `set`: the numbers that were written, by the names of their fields. */
export function useNumbers(of: string, desk: MakeupDesk, set: (values: ReadonlyMap<string, number>) => void): NumberGroup {
  const [drafts, setDrafts] = useState(NONE);
  /** The same at once: leaving a field by a key is asked for before it is drawn again. */
  const written = useRef(NONE);
  const put = (next: ReadonlyMap<string, string>): void => {
    written.current = next;
    setDrafts(next);
  };
  const commit = (): void => {
    const all = written.current;
    if (all.size === 0) return;
    put(NONE);
    const values = new Map<string, number>();
    for (const [name, text] of all) {
      const whole = wholeOf(text);
      if (whole === null) {
        desk.said.set(`${name}要写一个整数，“${text}”不是。`);
        return;
      }
      values.set(name, whole);
    }
    set(values);
  };
  const last = useRef(commit);
  useEffect(() => {
    last.current = commit;
  });
  useEffect(() => () => last.current(), [of]);
  return {
    of, drafts, commit, clear: () => put(NONE),
    write: (name, text) => {
      const next = new Map(written.current);
      if (text === null) next.delete(name);
      else next.set(name, text);
      if (text !== null || written.current.has(name)) put(next);
    },
  };
}

interface NumberFieldProps {
  readonly value: number;
  readonly before: string;
  readonly after: string;
  /** What a screen reader says, and its name in the group. */
  readonly name: string;
  /** A key of the page goes to it. */
  readonly isFirst: boolean;
  readonly desk: MakeupDesk;
  readonly group: NumberGroup;
}

/** Full-width digits are what an input method leaves behind. */
function wholeOf(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,4}$/.test(plain) ? Number(plain) : null;
}

export function NumberField({ value, before, after, name, isFirst, desk, group }: NumberFieldProps) {
  const draft = group.drafts.get(name) ?? null;
  // What is written next begins from what is there now.
  useEffect(() => group.write(name, null), [value]);
  const toPage = (): void => document.querySelector<HTMLElement>('.makeup-blocks')?.focus({ preventScroll: true });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && !isCommand) {
      group.commit();
      toPage();
    } else if (event.key === 'Escape') {
      group.clear();
      toPage();
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && !isCommand && !event.altKey) {
      group.write(name, String(Math.max(0, (wholeOf(draft ?? '') ?? value) + (event.key === 'ArrowUp' ? 1 : -1))));
    } else if (isCommand && !event.altKey && event.code === 'KeyZ' && group.drafts.size === 0) {
      // Nothing is written that this field could take back.
      desk.step(event.shiftKey ? 'redo' : 'undo');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className="number">
      {before}
      <input
        type="text" inputMode="numeric" autoComplete="off" spellCheck={false} {...(isFirst ? { [FIRST]: '' } : {})} data-numbers={group.of} aria-label={name} value={draft ?? String(value)}
        onFocus={(event) => event.target.select()} onChange={(event) => group.write(name, event.target.value)} onKeyDown={onKeyDown}
        onBlur={({ relatedTarget }) => {
          // An act while the focus goes on would find nobody there.
          if (!(relatedTarget instanceof HTMLElement && relatedTarget.dataset['numbers'] === group.of)) setTimeout(group.commit);
        }}
      />
      {after}
    </span>
  );
}
