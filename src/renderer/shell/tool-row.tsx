// The slim row above the sheet: what is used hourly, in words (W2).
import { useSelected } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { COMMANDS } from './commands';
import { shortcutText } from './shortcut-text';

const TOOLS = ['body', 'heading-1', 'heading-2', 'heading-3', 'theme', '', 'strong', 'placeholder-figure', 'doubt'] as const;
const SHORT: Readonly<Record<string, string>> = { 'heading-1': '一级', 'heading-2': '二级', 'heading-3': '三级', 'placeholder-figure': '待填', doubt: '存疑' };

/** What the row shows, as a string: enabled and checked, a letter a button. */
function stateOf(workspace: Workspace): string {
  return TOOLS.map((id) => {
    const command = COMMANDS.find((candidate) => candidate.id === id);
    return command === undefined ? '-' : `${command.enabled(workspace) ? 'e' : 'd'}${command.checked?.(workspace) === true ? 'c' : ''}`;
  }).join();
}

export function ToolRow({ workspace }: { readonly workspace: Workspace }) {
  // Drawn anew only when a button looks different: the caret moves at every key.
  useSelected(workspace.pulse, () => stateOf(workspace));
  return (
    <div className="tools" role="toolbar" aria-label="常用命令">
      {TOOLS.map((id, index) => {
        const command = COMMANDS.find((candidate) => candidate.id === id);
        if (command === undefined) return <hr key={index} />;
        const checked = command.checked?.(workspace);
        return (
          <button
            key={id}
            type="button"
            className="plain"
            aria-pressed={checked}
            title={command.shortcut === null ? command.title : `${command.title}（${shortcutText(command.shortcut)}）`}
            disabled={!command.enabled(workspace) && checked !== true}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => command.run(workspace)}
          >
            {SHORT[id] ?? command.title}
          </button>
        );
      })}
    </div>
  );
}
