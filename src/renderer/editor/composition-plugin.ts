// Keeps input methods safe (W20; RUNTIME, faults of plain ProseMirror).
// (a) Ctrl+Z while composing reaches the page as `beforeinput historyUndo`; left
// alone it ends the composition without a compositionend and `view.composing`
// stays true for ever. It is swallowed; outside a composition it is our own undo.
// The window is told when a composition begins and when its last change is in.
import { Plugin } from 'prosemirror-state';

export interface CompositionListener {
  begin(): void;
  /** The browser's event; ProseMirror reads its last changes up to 20 ms later. */
  end(): void;
  undo(): void;
  redo(): void;
}

export function compositionPlugin(listener: CompositionListener): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        beforeinput(view, event) {
          const { inputType } = event as InputEvent;
          if (inputType !== 'historyUndo' && inputType !== 'historyRedo') return false;
          event.preventDefault();
          if (view.composing) return true;
          if (inputType === 'historyUndo') listener.undo();
          else listener.redo();
          return true;
        },
        compositionstart() {
          listener.begin();
          return false;
        },
        compositionend() {
          listener.end();
          return false;
        },
      },
    },
  });
}
