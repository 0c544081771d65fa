// What a list below the pages is given, and what a tab of it says (lower-pane.tsx has the table).
import type { ReactNode } from 'react';
import type { Diagnostic } from '../../core/diagnostic';
import type { Package } from '../../core/model/package';
import type { DocumentSession } from '../session/document-session';
import type { LowerPane } from '../session/pane-layout';
import type { Workspace } from '../session/workspace';

export interface LowerListProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  /** The package as it was when typing last paused. */
  readonly pkg: Package;
  /** What layout says about the edition shown. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface LowerTab {
  readonly id: LowerPane;
  readonly title: string;
  /** Entries of the list. Called when typing pauses: no more work than a walk over the package. */
  count(props: LowerListProps): number;
  /** Left out: always. */
  shown?(props: LowerListProps): boolean;
  readonly List: (props: LowerListProps) => ReactNode;
}

/** More than this and nobody reads on; the count says how many there are. */
export const MOST_ENTRIES = 200;
