// 送报社, from the menu 文件 and from 排版台: a folder for the newspaper, written by a job
// that says how far it is and can be cancelled. Here: its words, and what the user may
// accept where it was refused.
import type { BlockRequest, PaperRequest, SentToPaper } from '../../ipc/makeup';
import { shownPaper } from '../paper/shown-paper';
import { conservedWords } from '../session/conserved-words';
import type { Workspace } from '../session/workspace';
import { hasDocument, type Command } from '../shell/command';

export interface SendAnswer {
  /** In Chinese; '' where the user cancelled. */
  readonly said: string;
  /** Codes to send again with; null where nothing is to be accepted. */
  readonly accept: readonly string[] | null;
  /** The block that it was about; left out: the whole paper. */
  readonly block?: Block;
}

type Block = Omit<BlockRequest, 'document' | 'version' | 'edition' | 'accept'>;

/** Writes a block of the page as a PDF for another program, and says what came of it. */
export async function exportBlock({ files }: Workspace, edition: string, block: Block, accept: readonly string[]): Promise<SendAnswer> {
  const answer = await files.exportBlock({ edition, ...block, accept });
  if (answer === null) return { said: '', accept: null };
  if (typeof answer !== 'string') return { said: answer.message, accept: answer.accept !== undefined && answer.accept.length > 0 ? answer.accept : null, block };
  return { said: `已写好“${answer}”：${block.columns} 栏 × ${block.rows} 行，裁到版块边上。`, accept: null };
}

/** Sends an edition, and says what came of it. */
export async function sendToPaper({ files }: Workspace, edition: string, encoding: PaperRequest['encoding'], accept: readonly string[]): Promise<SendAnswer> {
  const answer = await files.sendToPaper({ edition, encoding, accept });
  if (answer === null) return { said: '', accept: null };
  if ('ok' in answer) return { said: answer.message, accept: answer.accept !== undefined && answer.accept.length > 0 ? answer.accept : null };
  return { said: sentWords(answer), accept: null };
}

function sentWords(sent: SentToPaper): string {
  const { folder, pages, files, lost } = sent;
  const lacks = lost.length === 0 ? '' : `；GB18030 里没有 ${lost.join('')}，文本里记作 ?`;
  return `已写好文件夹“${folder}”：版面 ${pages} 版，共 ${files.length} 个文件，${sent.textConserved ? conservedWords(sent) : `版面上${conservedWords(sent)}；各篇的文本是全的`}${lacks}。`;
}

/** Sends the newspaper of the window from outside 排版台: what came of it is a notice. */
async function sendShown(workspace: Workspace, encoding: PaperRequest['encoding'], accept: readonly string[]): Promise<void> {
  const edition = shownPaper(workspace);
  if (edition === null) return;
  const answer = await workspace.files.sendToPaper({ edition: edition.id, encoding, accept });
  if (answer === null) return;
  if (!('ok' in answer)) workspace.notices.tell('done', sentWords(answer));
  else workspace.files.fail(answer, answer.accept === undefined || answer.accept.length === 0 ? null : { title: '仍然送', run: () => void sendShown(workspace, encoding, answer.accept ?? []) });
}

function command(id: string, title: string, shortcut: string, encoding: PaperRequest['encoding']): Command {
  return {
    id, title, menu: '文件', shortcut,
    enabled: (workspace) => hasDocument(workspace) && shownPaper(workspace) !== null && workspace.files.task.get() === null,
    run: (workspace) => void sendShown(workspace, encoding, []),
  };
}

export const SEND_COMMANDS: readonly Command[] = [
  command('send-to-paper', '送报社…', 'Ctrl+Shift+Enter', 'utf-8'),
  command('send-to-paper-gb18030', '送报社（文本 GB18030）…', 'Ctrl+Alt+Shift+Enter', 'gb18030'),
];
