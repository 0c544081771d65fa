// 按行长折算: how many lines each article takes in the paper's usual measures, and how the
// page's cells are spent, as an editor reckons before moving anything. Asked of the page
// worker only while the table is open.
import { useEffect, useState } from 'react';
import type { Reckoned } from '../../core/makeup/judge/rooms';
import type { Layout } from '../../core/model/layout';
import type { PaperMaster } from '../../core/model/master';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { spentWords } from './spent-words';

interface TableProps {
  readonly workspace: Workspace;
  readonly layout: Layout | null;
  readonly master: PaperMaster;
  readonly nameOf: (article: string) => string;
}

export function LineTable({ workspace, layout, master, nameOf }: TableProps) {
  const [open, setOpen] = useState(false);
  const [rows, setRows] = useState<readonly Reckoned[]>([]);
  const version = useWatched(workspace.feed.pages)?.version;
  useEffect(() => {
    if (!open) return undefined;
    let isWanted = true;
    void workspace.feed.reckon().then((found) => isWanted && setRows(found));
    return () => {
      isWanted = false;
    };
  }, [workspace, open, version]);
  const measures = rows[0]?.lines.map(({ measure }) => measure) ?? [];
  return (
    <details className="makeup-lines" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>按行长折算</summary>
      <table>
        <thead>
          <tr><th scope="col">行</th>{measures.map((measure) => <th key={measure} scope="col">{measure} 字</th>)}</tr>
        </thead>
        <tbody>
          {rows.map(({ article, lines }) => <tr key={article}><th scope="row" title={nameOf(article)}>{nameOf(article)}</th>{lines.map((one) => <td key={one.measure}>{one.lines}</td>)}</tr>)}
        </tbody>
      </table>
      {layout !== null && <p>{spentWords(layout, master)}</p>}
    </details>
  );
}
