// The menu row, drawn by us so that it is the same on every desktop and shows the
// package's name and state at its end. Keyboard as in any menu bar: F10, or Alt
// pressed and let go alone, enters it, arrows walk, Enter runs, Escape leaves and
// gives the focus back to what had it.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useSelected, useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import type { DocumentSession } from '../session/document-session';
import { MENUS, type MenuName } from './command';
import { hearAltAlone } from './alt-alone';
import { COMMANDS } from './commands';
import { MenuEntries, type MenuEntry, type SubMenu } from './menu-entries';

export function MenuBar({ workspace }: { readonly workspace: Workspace }) {
  const [open, setOpen] = useState<MenuName | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  /** What had the focus before the menu row was entered. */
  const origin = useRef<HTMLElement | null>(null);
  const session = useWatched(workspace.session);
  // What stands over the window has it to itself: a menu would act on what is behind.
  const isBehind = useWatched(workspace.dialog) !== null;

  useEffect(() => {
    const enter = (event: globalThis.KeyboardEvent): void => {
      if (bar.current === null || workspace.texts.composing || workspace.dialog.get() !== null) return;
      event.preventDefault();
      if (bar.current.contains(document.activeElement)) {
        setOpen(null);
        giveBack(origin.current, workspace);
        return;
      }
      origin.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      bar.current.querySelector<HTMLButtonElement>('.entry > button')?.focus();
    };
    const byKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key === 'F10' && !event.shiftKey) enter(event);
    };
    window.addEventListener('keydown', byKey);
    const stop = hearAltAlone(enter);
    return () => {
      window.removeEventListener('keydown', byKey);
      stop();
    };
  }, [workspace]);

  useEffect(() => {
    if (open === null) return;
    const away = (event: PointerEvent): void => {
      if (!(event.target instanceof Node) || bar.current?.contains(event.target) !== true) setOpen(null);
    };
    // A menu opened by mouse leaves the focus in the text: its keys are the menu's all the same.
    const keys = (event: globalThis.KeyboardEvent): void => {
      const menu = bar.current;
      if (menu === null || menu.contains(document.activeElement) || event.isComposing) return;
      if (event.key === 'Escape') setOpen(null);
      else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(menu, event.key === 'ArrowDown' ? 1 : -1);
      else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        const at = MENUS.indexOf(open) + (event.key === 'ArrowRight' ? 1 : MENUS.length - 1);
        setOpen(MENUS[at % MENUS.length] ?? open);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('pointerdown', away, true);
    window.addEventListener('keydown', keys, true);
    return () => {
      window.removeEventListener('pointerdown', away, true);
      window.removeEventListener('keydown', keys, true);
    };
  }, [open]);

  const leave = (): void => {
    setOpen(null);
    workspace.texts.active?.view.focus();
  };
  const step = (by: 1 | -1): void => {
    const current = open ?? MENUS.find((name) => document.activeElement?.textContent === name) ?? MENUS[0];
    const next = MENUS[(MENUS.indexOf(current) + by + MENUS.length) % MENUS.length] ?? MENUS[0];
    if (open !== null) setOpen(next);
    bar.current?.querySelectorAll<HTMLButtonElement>('.entry > button')[MENUS.indexOf(next)]?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      setOpen(null);
      giveBack(origin.current, workspace);
    } else if (event.key === 'ArrowRight') step(1);
    else if (event.key === 'ArrowLeft') step(-1);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <header className="menu">
      <b>版心</b>
      <div ref={bar} role="menubar" aria-label="菜单" onKeyDown={onKey}>
        {MENUS.map((name) => (
          <div key={name} className="entry">
            <button
              type="button"
              role="menuitem"
              className="plain"
              aria-haspopup="menu"
              aria-expanded={open === name}
              aria-disabled={isBehind || undefined}
              // The caret's text stays the one that the commands work on.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => setOpen(open === name ? null : name)}
              onPointerEnter={() => open !== null && setOpen(name)}
            >
              {name}
            </button>
            {open === name && <Popup workspace={workspace} name={name} close={leave} />}
          </div>
        ))}
      </div>
      {/* Drawn where a view stands below it; a dialog shades it all. */}
      <p className="behind" aria-hidden={!isBehind}>菜单先停用：按 Esc 回去再用</p>
      <div className="title">{session === null ? '起始页' : <Title session={session} />}</div>
    </header>
  );
}

/** To the text, or to what else had the focus when the menu row took it. */
function giveBack(origin: HTMLElement | null, { texts }: Workspace): void {
  if (origin !== null && origin.isConnected && origin !== document.body) origin.focus();
  else if (texts.active !== null) texts.active.view.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Moves the focus along the open menu's entries. */
function walk(bar: Element, by: 1 | -1): void {
  // The menu that has the focus: one beside it is another.
  const menu = document.activeElement?.closest('.popup') ?? bar.querySelector('.popup');
  const entries = [...(menu?.querySelectorAll<HTMLButtonElement>(':scope > button, :scope > .beside > button') ?? [])];
  if (entries.length === 0) {
    if (document.activeElement instanceof HTMLButtonElement) document.activeElement.click();
    return;
  }
  const at = entries.indexOf(document.activeElement as HTMLButtonElement);
  entries[at < 0 ? (by > 0 ? 0 : entries.length - 1) : (at + by + entries.length) % entries.length]?.focus();
}

function Popup({ workspace, name, close }: { readonly workspace: Workspace; readonly name: MenuName; readonly close: () => void }) {
  const groups: (MenuEntry | SubMenu)[][] = [];
  const beside = new Map<string, MenuEntry[]>();
  for (const command of COMMANDS) {
    if (command.menu !== name) continue;
    const { id, title, shortcut, sub } = command;
    const entry = { id, title, shortcut, enabled: command.enabled(workspace), checked: command.checked?.(workspace), run: () => command.run(workspace) };
    if (sub !== undefined) {
      const there = beside.get(sub);
      if (there !== undefined) {
        there.push(entry);
        continue;
      }
      beside.set(sub, [entry]);
    }
    const shown = sub === undefined ? entry : { id: sub, title: sub, entries: beside.get(sub) ?? [] };
    const last = groups.at(-1);
    if (last === undefined || command.apart === true) groups.push([shown]);
    else last.push(shown);
  }
  return (
    <div className="popup" role="menu" aria-label={name}>
      <MenuEntries
        groups={groups}
        choose={(entry) => {
          close();
          entry.run();
        }}
      />
    </div>
  );
}

function Title({ session }: { readonly session: DocumentSession }) {
  const name = useSelected(session.state, ({ pkg }) => pkg.name);
  const stage = useSelected(session.state, ({ pkg }) => pkg.stage);
  const saved = useWatched(session.savedVersion);
  const isSaved = useSelected(session.state, ({ version }) => version === saved);
  const file = useWatched(session.file);
  const shown = file === null ? name : file.replace(/\.banxin$/i, '');
  // What the desktop's list of windows calls this one; a dot says that something is unsaved.
  useEffect(() => {
    document.title = `${isSaved || session.opened.readOnly !== null ? '' : '• '}${shown} - 版心`;
    return () => {
      document.title = '版心';
    };
  }, [shown, isSaved, session]);
  const state = session.opened.readOnly !== null ? '只读' : file === null ? '尚未保存' : isSaved ? '已保存' : '有改动未保存';
  return (
    <>
      <h1>{shown}</h1>{stage === null ? '' : ` · ${stage}`} · {state}
    </>
  );
}
