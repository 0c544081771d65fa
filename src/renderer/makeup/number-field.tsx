// A whole number that is written: Enter sets it and gives the keys back to the page, Tab
// sets it and goes on to the next, arrows step it, Escape leaves what was. In: the number
// as it is; out: the one that was written. It knows nothing of what the number means. Left by
// Tab it is set when the next one has the focus: an act in between would find nobody there.
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

interface NumberFieldProps {
  readonly value: number;
  readonly before: string;
  readonly after: string;
  /** What a screen reader says. */
  readonly name: string;
  /** A key of the page goes to it. */
  readonly isFirst: boolean;
  readonly desk: MakeupDesk;
  readonly set: (value: number) => void;
}

/** Full-width digits are what an input method leaves behind. */
function wholeOf(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,4}$/.test(plain) ? Number(plain) : null;
}

export function NumberField({ value, before, after, name, isFirst, desk, set }: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  /** The same at once: leaving the field by a key is asked for before it is drawn again. */
  const written = useRef<string | null>(null);
  const write = (text: string | null): void => {
    written.current = text;
    setDraft(text);
  };
  // What is written next begins from what is there now.
  useEffect(() => write(null), [value]);
  const commit = (): void => {
    const text = written.current;
    if (text === null) return;
    write(null);
    const whole = wholeOf(text);
    if (whole === null) desk.said.set(`${name}要写一个整数，“${text}”不是。`);
    else if (whole !== value) set(whole);
  };
  const last = useRef(commit);
  useEffect(() => {
    last.current = commit;
  });
  // Another block was chosen: what was written was meant for this one.
  useEffect(() => () => last.current(), []);
  const toPage = (): void => document.querySelector<HTMLElement>('.makeup-blocks')?.focus({ preventScroll: true });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && !isCommand) {
      commit();
      toPage();
    } else if (event.key === 'Escape') {
      write(null);
      toPage();
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && !isCommand && !event.altKey) {
      write(String(Math.max(0, (wholeOf(draft ?? '') ?? value) + (event.key === 'ArrowUp' ? 1 : -1))));
    } else if (isCommand && !event.altKey && event.code === 'KeyZ' && draft === null) {
      // Nothing is written that this field could take back.
      desk.step(event.shiftKey ? 'redo' : 'undo');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className="number">
      {before}
      <input type="text" inputMode="numeric" autoComplete="off" spellCheck={false} {...(isFirst ? { [FIRST]: '' } : {})} aria-label={name} value={draft ?? String(value)} onFocus={(event) => event.target.select()} onChange={(event) => write(event.target.value)} onBlur={() => setTimeout(commit)} onKeyDown={onKeyDown} />
      {after}
    </span>
  );
}
