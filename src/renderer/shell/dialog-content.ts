// What a dialog is: a component of its own file, entered in the table of dialogs.tsx.
import type { ReactNode } from 'react';
import type { Workspace } from '../session/workspace';

/** `subject`: what stands behind the id's colon, or null. */
export type DialogContent = (props: { readonly workspace: Workspace; readonly subject: string | null }) => ReactNode;
