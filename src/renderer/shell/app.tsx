// The window's frame: menu row, messages, panes or start screen, status row. Keys
// of the commands are read here, at the window, unless an input method has them.
import { useEffect, useState, type CSSProperties, type DragEvent } from 'react';
import { roleVariables } from '../editor/edition-faces';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { commandOf } from './commands';
import { leaveByEscape, leftFullScreen } from './full-screen';
import { ContextMenu } from './context-menu';
import { Dialogs } from './dialogs';
import { MenuBar } from './menu-bar';
import { SavingBars } from '../saving/saving-bars';
import { Notices } from './notices';
import { Panes } from './panes';
import { StartScreen } from '../start/start-screen';
import { StatusBar } from './status-bar';

export function App({ workspace }: { readonly workspace: Workspace }) {
  const session = useWatched(workspace.session);
  const [dropping, setDropping] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const command = commandOf(event);
      // A dialog has the keys to itself.
      if (command === null || workspace.texts.isOpenComposition || workspace.dialog.get() !== null) return;
      // A field of the window (the find bar's) undoes its own words.
      if (event.target instanceof HTMLInputElement && (command.id === 'undo' || command.id === 'redo')) return;
      event.preventDefault();
      // Before ProseMirror's own bindings: the command is the same wherever the caret is.
      event.stopPropagation();
      const run = (): void => {
        if (command.enabled(workspace)) command.run(workspace);
      };
      // Right after a composition its text is still on its way: Ctrl+S then must not be lost, nor come before it.
      if (workspace.texts.composing) void workspace.texts.whenSettled().then(run);
      else run();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [workspace]);

  useEffect(() => {
    const stop = [leaveByEscape(workspace), workspace.api.on('leftFullScreen', () => leftFullScreen(workspace))];
    return () => stop.forEach((one) => one());
  }, [workspace]);

  const hasFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return (
    <div
      style={roleVariables(useWatched(workspace.faces)[0]?.faces ?? []) as CSSProperties}
      className={dropping ? 'window dropping' : 'window'}
      onDragOverCapture={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setDropping(false)}
      onDropCapture={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setDropping(false);
        void workspace.files.openDropped([...event.dataTransfer.files]);
      }}
    >
      <MenuBar workspace={workspace} />
      <div className="says">
        <Notices workspace={workspace} />
        <SavingBars workspace={workspace} />
      </div>
      {session === null ? <StartScreen workspace={workspace} /> : <Panes key={session.opened.document} workspace={workspace} session={session} />}
      <StatusBar workspace={workspace} />
      <Dialogs workspace={workspace} />
      <ContextMenu workspace={workspace} />
    </div>
  );
}
