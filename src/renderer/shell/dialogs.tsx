// The dialogs by id (`workspace.dialog`), and the one that is open.
import type { ReactNode } from 'react';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { ShortcutsDialog } from './shortcuts-dialog';

export type DialogContent = (props: { readonly workspace: Workspace }) => ReactNode;

const DIALOGS: Readonly<Record<string, DialogContent>> = {
  shortcuts: ShortcutsDialog,
};

export function Dialogs({ workspace }: { readonly workspace: Workspace }) {
  const id = useWatched(workspace.dialog);
  const Content = id === null ? undefined : DIALOGS[id];
  return Content === undefined ? null : <Content workspace={workspace} />;
}
