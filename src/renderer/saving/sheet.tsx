// A view over the whole window below the menu row: too much for a dialog, left by
// Escape like one, its parts walked with F6. The text below stays as it is, caret and scroll.
import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Workspace } from '../session/workspace';
import { ToldHere } from '../shell/notices';
import { walkParts } from '../shell/walk-parts';

interface SheetProps {
  readonly workspace: Workspace;
  readonly title: string;
  /** A line beside the title. */
  readonly note: string;
  /** Where a view goes in steps. */
  readonly steps?: ReactNode;
  readonly children: ReactNode;
  readonly foot: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** Escape; left out: the view goes. */
  readonly onClose?: () => void;
}

export function Sheet({ workspace, title, note, steps, children, foot, onKeyDown, onClose }: SheetProps) {
  const box = useRef<HTMLDialogElement>(null);
  const name = useId();
  const leave = onClose ?? ((): void => workspace.dialog.set(null));
  useLayoutEffect(() => {
    const dialog = box.current;
    if (dialog?.open === false) dialog.showModal();
    // The browser would take the first button that it finds.
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => dialog?.close();
  }, []);
  useEffect(() => () => workspace.texts.active?.view.focus(), [workspace]);
  return (
    <dialog
      ref={box}
      className="view"
      aria-labelledby={name}
      onKeyDown={(event) => {
        if (event.key === 'F6' && !event.nativeEvent.isComposing) {
          event.preventDefault();
          walkParts(event.currentTarget, event.shiftKey ? -1 : 1);
          return;
        }
        onKeyDown?.(event);
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // The browser heeds a prevented cancel once: at the next Escape in a row it would shut the view behind its owner's back.
        event.preventDefault();
        if (!event.nativeEvent.isComposing) leave();
      }}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <header>
        <h2 id={name}>{title}</h2>
        {steps}
        <p>{note}</p>
      </header>
      <ToldHere workspace={workspace} />
      <div className="view-body">{children}</div>
      <footer>{foot}</footer>
    </dialog>
  );
}

/** In place of the columns: what is being read, or why it cannot be. */
export function Waiting({ text, failure }: { readonly text: string; readonly failure: string | null }) {
  return failure === null ? <p className="wait" role="status">{text}</p> : <p className="wait trouble" role="alert">{failure}</p>;
}
