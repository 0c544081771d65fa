// 帮助 › 诊断包…: main gathers and writes it; what layout says of the pages shown
// goes along as counts by code, never as words.
import type { Workspace } from '../session/workspace';
import { always, type Command } from '../shell/command';

export const DIAGNOSTICS: Command = { id: 'diagnostics', title: '诊断包…', menu: '帮助', shortcut: 'Ctrl+Shift+F1', enabled: always, run: (workspace) => void saveDiagnostics(workspace) };

async function saveDiagnostics({ api, feed, files, notices }: Workspace): Promise<void> {
  const counts: Record<string, number> = {};
  for (const { code } of feed.pages.get()?.diagnostics ?? []) counts[code] = (counts[code] ?? 0) + 1;
  const saved = await api.saveDiagnostics(counts);
  if (!saved.ok) files.fail(saved);
  else if (saved.value !== null) {
    notices.tell('done', `诊断包已写到“${saved.value}”：里面是版本、设置、字体名称和操作记录，没有文稿的文字和文件名；发给别人之前可以打开看看。`);
  }
}
