// What the steps of 从去年的报告开始 are given.
import type { Workspace } from '../session/workspace';
import type { RollSession } from './roll-session';

export interface RollProps {
  readonly workspace: Workspace;
  readonly session: RollSession;
}
