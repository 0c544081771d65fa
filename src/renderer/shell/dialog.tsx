// A dialog: a sheet over the window that the user asked for. The browser's own
// <dialog> keeps the focus inside and hears Escape; when it goes, the caret has
// the focus again. Enter in it presses its main button.
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Workspace } from '../session/workspace';
import { ToldHere } from './notices';

interface DialogProps {
  readonly workspace: Workspace;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at its foot; left out: 关闭 alone. */
  readonly foot?: ReactNode;
  /** Width in CSS pixels; the window's width where it is less. */
  readonly width?: number;
  /** Called by Enter in a field, and by a main button of type submit. */
  readonly onSubmit?: () => void;
}

export function Dialog({ workspace, title, children, foot, width = 560, onSubmit }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const name = useId();
  const close = (): void => workspace.dialog.set(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    if (dialog?.open === false) {
      dialog.showModal();
      // React's autoFocus comes before that, when nothing in the dialog can have the focus yet.
      dialog.querySelector<HTMLElement>('[data-first]')?.focus();
    }
    return () => dialog?.close();
  }, []);
  useEffect(() => {
    const before = workspace.texts.active?.view.state;
    return () => {
      // The browser has given the focus back already; whoever composes there by now must not lose it again (W20).
      if (workspace.texts.isOpenComposition) return;
      const { active } = workspace.texts;
      active?.view.focus();
      // What the dialog put in stands where ProseMirror could not scroll, for it had no focus.
      if (active !== null && active.view.state.doc !== before?.doc) active.showCaret();
    };
  }, [workspace]);
  return (
    <dialog
      ref={box}
      className="dialog"
      style={{ width }}
      aria-labelledby={name}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        <h2 id={name}>{title}</h2>
        <div className="body">{children}</div>
        <ToldHere workspace={workspace} />
        <div className="foot">{foot ?? <button type="button" className="button" onClick={close}>关闭</button>}</div>
      </form>
    </dialog>
  );
}
