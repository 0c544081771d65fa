// 送报社, as the window asks for it: with the last word typed, what came of it in words,
// and what the user may accept where it was refused.
import type { PaperRequest } from '../../ipc/makeup';
import type { Workspace } from '../session/workspace';

export interface SendAnswer {
  /** In Chinese; '' where the user cancelled. */
  readonly said: string;
  /** Codes to send again with; null where nothing is to be accepted. */
  readonly accept: readonly string[] | null;
}

export async function sendToPaper({ texts, session, api }: Workspace, edition: string, encoding: PaperRequest['encoding'], accept: readonly string[]): Promise<SendAnswer> {
  await texts.whenSettled();
  const open = session.get();
  if (open === null) return { said: '', accept: null };
  const answer = await api.sendToPaper({ document: open.opened.document, version: open.version, edition, encoding, accept });
  if (!answer.ok) return { said: answer.message, accept: answer.accept !== undefined && answer.accept.length > 0 ? answer.accept : null };
  if (answer.value === null) return { said: '', accept: null };
  const { folder, pages, files, lost } = answer.value;
  const lacks = lost.length === 0 ? '' : `；GB18030 里没有 ${lost.join('')}，文本里记作 ?`;
  return { said: `已写好文件夹“${folder}”：版面 ${pages} 版，共 ${files.length} 个文件，文字与稿件一致${lacks}。`, accept: null };
}
