// Writing tables, one piece of work at a time: what it does now and how far it is, with a way to
// stop it (W6), and what came of it. For the feet of 数字台账 and 承诺与结果.
import { useEffect, useState } from 'react';
import type { Result } from '../../ipc/index';
import type { Workspace } from '../session/workspace';

export interface TableWork {
  readonly busy: boolean;
  /** 正在写 2/14 “数据核对表 提案委”…; null: nothing to be told. */
  readonly words: string | null;
  /** Runs a call of main; `words` says what came of it, '' for nothing. */
  readonly run: <T>(call: () => Promise<Result<T>>, words: (value: T) => string) => void;
  readonly stop: () => void;
}

/** `say`: takes what came of the work. */
export function useTableWork({ api }: Workspace, say: (words: string) => void): TableWork {
  const [busy, setBusy] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => api.on('exportProgress', ({ part }) => {
    if (part !== null) setWords(`正在写 ${part}…`);
  }), [api]);
  return {
    busy,
    words: busy ? words : null,
    run: (call, said) => {
      if (busy) return;
      setBusy(true);
      setWords(null);
      void call().then((answer) => say(answer.ok ? said(answer.value) : answer.message)).finally(() => setBusy(false));
    },
    stop: () => void api.cancelSheets(),
  };
}

/** What the work does, said as it goes, and 停止; `quiet` where there is none. */
export function TableStatus({ work, quiet }: { readonly work: TableWork; readonly quiet: string }) {
  return (
    <>
      <p className="quiet" role="status">{work.busy ? (work.words ?? '正在写文件…') : quiet}</p>
      {work.busy && work.words !== null && <button type="button" className="button small" onClick={work.stop}>停止</button>}
    </>
  );
}
