// What main has of templates, sections and phrases, asked when a dialog opens: the
// user may have put a template into the folder meanwhile.
import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../ipc/index';
import type { Workspace } from '../session/workspace';

/** The answer of `ask`, null until it is here; a failure is said. `again` asks once more. */
export function useShelf<T>(workspace: Workspace, ask: () => Promise<Result<T>>): { readonly shelf: T | null; readonly again: () => Promise<void> } {
  const [shelf, setShelf] = useState<T | null>(null);
  const again = useCallback(async () => {
    const answer = await ask();
    if (answer.ok) setShelf(answer.value);
    else workspace.files.fail(answer);
  }, [ask, workspace]);
  useEffect(() => void again(), [again]);
  return { shelf, again };
}
