// The foot of the 数字台账: how far it is, and its ways out and in. What a table brought back and
// could not be taken is listed above it until it has been read.
import { checkSheets } from '../../core/report/figures/check-sheets';
import type { FigureRow } from '../../core/report/figures/figure-rows';
import { ledgerCsv, readLedgerCsv } from '../../core/report/figures/ledger-csv';
import { articleNames, reportTitle } from '../panels/article-names';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { today } from '../templates/today';
import { fillFigures } from './fill-figures';
import type { LedgerSession } from './ledger-session';
import { TableStatus, useTableWork } from './table-work';

interface FootProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly ledger: LedgerSession;
  readonly rows: readonly FigureRow[];
}

export function LedgerFoot({ workspace, session, ledger, rows }: FootProps) {
  const said = useWatched(ledger.said);
  const left = useWatched(ledger.left);
  const work = useTableWork(workspace, (words) => ledger.said.set(words));
  const { busy, run } = work;
  const confirmed = rows.filter(({ state }) => state === 'confirmed').length;
  const known = rows.filter(({ figure }) => figure.last !== null).length;
  const { api } = workspace;
  const { articles, meeting, name } = session.pkg;

  const exportCsv = (): void => {
    const names = articleNames(articles, meeting);
    const text = ledgerCsv(rows, (article) => names[articles.findIndex(({ id }) => id === article)] ?? article);
    run(() => api.saveTable(`${name} 数字台账`, text), (file) => (file === null ? '' : `已导出 ${file}：${rows.length} 个数。`));
  };
  const importCsv = (): void => run(() => api.readTable(), (table) => {
    if (table === null) return '';
    const reply = readLedgerCsv(table.text, rows, today());
    if (typeof reply === 'string') return reply;
    const changes = [...fillFigures(session.pkg, reply.fills), ...reply.changes];
    if (changes.length > 0) session.change(changes, '台账：CSV 导入');
    ledger.left.set(reply.left);
    return `${table.name}：对上 ${reply.matched} 行，收下 ${reply.changed} 行的填写${reply.fills.length === 0 ? '' : `，填入 ${reply.fills.length} 个待填的数`}${reply.left.length === 0 ? '' : `，${reply.left.length} 处没有收，列在上面`}。`;
  });
  const exportSheets = (): void => {
    // Of the 委室 that is chosen above; what is looked for and which states are shown leave nothing out of a sheet.
    const { office } = ledger.view.get();
    const sheets = checkSheets(office === null ? rows : rows.filter(({ record }) => (record?.office ?? '') === office), reportTitle(session.pkg), today());
    if (sheets.length === 0) {
      ledger.said.set('没有数可以列表。');
      return;
    }
    run(() => api.saveSheets(sheets.map(({ name: file, sheet }) => ({ name: file, ...sheet }))), (files) => {
      if (files === null) return '';
      const named = `${files.slice(0, 3).join('、')}${files.length > 3 ? '等' : ''}`;
      return files.length < sheets.length ? `已停止：写好 ${files.length} 张（${named}），其余 ${sheets.length - files.length} 张没有写。` : `已导出 ${files.length} 张数据核对表：${named}。`;
    });
  };
  return (
    <>
      {left.length > 0 && (
        <section className="ledger-left" aria-label="没有收下的">
          <h3 className="cap">表里没有收下的 {left.length} 处</h3>
          <ul tabIndex={0} aria-label="没有收下的各行">{left.map((line, index) => <li key={index}>{line}</li>)}</ul>
          <button type="button" className="button small" onClick={() => ledger.left.set([])}>看过了</button>
        </section>
      )}
      <p>{rows.length} 个数 · 与去年对上 {known} 个 · 已核实 {confirmed} / {rows.length}</p>
      <TableStatus work={work} quiet={said === '' ? '数一改动，即转为未核实；出大会稿前列出未核实的' : said} />
      <span className="rest" />
      <button type="button" className="button" disabled={busy || session.opened.readOnly !== null} onClick={importCsv}>CSV 导入</button>
      <button type="button" className="button" disabled={busy} onClick={exportCsv}>导出 CSV</button>
      <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>关闭</button>
      <button type="button" className="button main" disabled={busy} onClick={exportSheets}>导出数据核对表</button>
    </>
  );
}
