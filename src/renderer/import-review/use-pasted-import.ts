// A text pasted where no text is being written (the start screen) is an import.
import { useEffect } from 'react';
import type { Workspace } from '../session/workspace';

export function usePastedImport(workspace: Workspace): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const isInField = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable="true"]') !== null;
      if (text.trim() === '' || isInField || workspace.dialog.get() !== null) return;
      event.preventDefault();
      void workspace.imports.paste(text);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [workspace]);
}
