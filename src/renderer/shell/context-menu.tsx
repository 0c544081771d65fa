// The menu at a right click, at the menu key or Shift+F10. The caret goes where the
// click was unless that is in what is selected; an article or heading that was clicked
// is the one that is meant. Nothing opens while an input method has letters open (W20).
// Keys as in any menu: arrows walk, Enter runs, Escape gives the focus back.
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import type { Workspace } from '../session/workspace';
import { boxEntries, contextEntries, type ContextPlace } from './context-entries';
import { MenuEntries, type MenuEntry } from './menu-entries';
import { walkList } from './walk-list';

interface OpenMenu {
  /** CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly groups: readonly (readonly MenuEntry[])[];
  /** What has the focus again when the menu goes. */
  readonly origin: HTMLElement | null;
  /** A modal dialog takes everything outside of it away from the mouse: its menu is in it. */
  readonly host: Element;
  /** By a key: the first entry has the focus at once. */
  readonly byKey: boolean;
}

/** Left free at the window's edges, CSS pixels. */
const EDGE = 4;

export function ContextMenu({ workspace }: { readonly workspace: Workspace }) {
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  useEffect(() => {
    const onContextMenu = (event: MouseEvent): void => {
      event.preventDefault();
      const { texts } = workspace;
      if (texts.isOpenComposition) setMenu(null);
      // The click ended a composition: the caret waits for what it typed.
      else if (texts.composing) void texts.whenSettled().then(() => setMenu(menuAt(workspace, event)));
      else setMenu(menuAt(workspace, event));
    };
    window.addEventListener('contextmenu', onContextMenu);
    return () => window.removeEventListener('contextmenu', onContextMenu);
  }, [workspace]);
  return menu === null ? null : createPortal(<Menu menu={menu} close={() => setMenu(null)} />, menu.host);
}

function Menu({ menu, close }: { readonly menu: OpenMenu; readonly close: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    const fits = menu.y + height <= window.innerHeight - EDGE;
    element.style.left = `${Math.max(EDGE, Math.min(menu.x, window.innerWidth - width - EDGE))}px`;
    element.style.top = `${fits ? menu.y : Math.max(EDGE, menu.y - height >= EDGE ? menu.y - height : window.innerHeight - height - EDGE)}px`;
    (menu.byKey ? element.querySelector('button') : element)?.focus();
  }, [menu]);
  useEffect(() => {
    const away = (event: Event): void => {
      if (!(event.target instanceof Node) || box.current?.contains(event.target) !== true) close();
    };
    for (const name of ['pointerdown', 'wheel', 'resize', 'blur'] as const) window.addEventListener(name, away, true);
    return () => {
      for (const name of ['pointerdown', 'wheel', 'resize', 'blur'] as const) window.removeEventListener(name, away, true);
    };
  }, [close]);
  const leave = (): void => {
    close();
    menu.origin?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      leave();
    } else if (!walkList(event, { among: 'button' }) && event.key !== 'Enter' && event.key !== ' ') return;
    // A dialog below would hear Escape, the window's commands the arrows.
    event.stopPropagation();
  };
  return (
    <div ref={box} className="popup context" role="menu" aria-label="快捷菜单" tabIndex={-1} onKeyDown={onKey}>
      <MenuEntries
        groups={menu.groups}
        choose={(entry) => {
          leave();
          entry.run();
        }}
      />
    </div>
  );
}

function isBox(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && /^(?:text|search|number)$/.test(element.type));
}

/** The menu of what was clicked; null where there is none. */
function menuAt(workspace: Workspace, event: MouseEvent): OpenMenu | null {
  const { target } = event;
  if (!(target instanceof Element)) return null;
  const dialog = target.closest('dialog');
  const origin = document.activeElement instanceof HTMLElement && document.activeElement !== document.body ? document.activeElement : null;
  // A mouse says which button; the menu key and Shift+F10 say none.
  const byKey = event.button !== 2;
  const at = { x: event.clientX, y: event.clientY, byKey, host: dialog ?? document.querySelector('.window') ?? document.body };
  if (isBox(target)) {
    target.focus();
    return { ...at, groups: boxEntries(workspace, target), origin: target };
  }
  const place = placeAt(workspace, event, target, byKey);
  if (place === null || (dialog !== null && place !== 'text' && place !== 'field')) return null;
  const groups = contextEntries(workspace, place);
  const text = place === 'text' || place === 'field' ? (workspace.texts.active?.view.dom ?? origin) : origin;
  return groups.every((group) => group.length === 0) ? null : { ...at, groups, origin: text };
}

/** What was clicked, made the one that commands work on. */
function placeAt(workspace: Workspace, event: MouseEvent, target: Element, byKey: boolean): ContextPlace | null {
  const text = workspace.texts.at(target);
  if (text !== null) {
    const { view } = text;
    const spot = byKey ? null : view.posAtCoords({ left: event.clientX, top: event.clientY });
    const { from, to, empty } = view.state.selection;
    const isInside = spot !== null && !empty && spot.pos >= from && spot.pos <= to;
    if (spot !== null && !isInside) text.caretTo(spot.pos);
    else view.focus();
    return view.dom.classList.contains('text') ? 'text' : 'field';
  }
  const article = target.closest<HTMLElement>('li[data-article]')?.dataset['article'];
  if (article !== undefined && target.closest('.nav') !== null) {
    workspace.article.set(article);
    return 'article';
  }
  const block = target.closest<HTMLElement>('.outline li[data-block]')?.dataset['block'];
  const shown = workspace.article.get();
  if (block !== undefined && shown !== null) {
    workspace.places.goTo({ article: shown, field: null, block: Number(block), offset: 0 }, false);
    return 'section';
  }
  return target.closest('.scroll') === null ? null : 'page';
}
