// The window's calls about 从去年的报告开始: last year's file is chosen here and read in a
// reader process (W61). It is only read: no lock is taken, nothing of it is held.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { instance, maxLength, picklist, pipe, strictTuple, string } from 'valibot';
import type { LastReport } from '../ipc/roll-forward';
import { writePackage } from '../core/model/package-file';
import { AppError } from '../node/app-error';
import { readPackageBytes } from '../node/package-store';
import type { Desk } from './desk';
import type { Loaded } from './held-document';
import { handle } from './handle';
import { EXTENSIONS } from './open-file';
import { NAME, NOTHING, PATH } from './payloads';
import { withEditions } from './with-editions';

const WHICH = strictTuple([picklist(['last', 'annual'])]);
const DRAFT = strictTuple([instance(Uint8Array), pipe(string(), maxLength(4096))]);
const TITLES = { last: '选择去年的文件', annual: '选择上一份年度报告' } as const;

/** Registers them for a window. */
export function answerRollForwardCalls(window: BrowserWindow, desk: Desk): void {
  const { reading, recent } = desk;
  const { webContents } = window;
  let text: string | null = null;
  const read = async (file: string): Promise<LastReport> => {
    const name = path.basename(file);
    const extension = path.extname(file).toLowerCase();
    if (extension === '.banxin') return { name, bytes: await reading.package(file), notes: [], questions: 0, isText: false };
    const { bytes, notes, questions } = await reading.text(file);
    const isText = !['.docx', '.docm', '.doc', '.wps'].includes(extension);
    // Those of a file that opens speak of saving it.
    return { name, bytes, notes: notes.map((note) => note.replace('原文件没有改动，保存时另存为文稿包。', '').replace('，列在“疑问”里，请逐条核对', '')).filter((note) => note !== ''), questions: questions.length, isText };
  };
  const take = async (file: string): Promise<LastReport> => {
    const report = await read(file);
    text = report.isText ? file : null;
    return report;
  };
  handle(webContents, 'chooseLastReport', WHICH, async (which) => {
    const answer = await dialog.showOpenDialog(window, { title: TITLES[which], buttonLabel: '选用', properties: ['openFile'], filters: [{ name: '文稿包、Word 文件、纯文本和网页', extensions: [...EXTENSIONS] }] });
    const [file] = answer.filePaths;
    if (answer.canceled || file === undefined) return null;
    return which === 'last' ? take(file) : read(file);
  });
  handle(webContents, 'recentLastReport', NAME, (id) => take(recent.fileOf(id)));
  handle(webContents, 'lastReportDropped', PATH, take);
  handle(webContents, 'openForDraft', DRAFT, (bytes, note) => {
    // What was decided is on its way into the draft: opening it must not ask about it.
    desk.review = null;
    return desk.take(async (): Promise<Loaded> => {
      const { pkg } = await readPackageBytes(bytes, '去年的文稿');
      const whole = writePackage(withEditions({ ...pkg, id: randomUUID() }), null);
      return { opened: await readPackageBytes(whole, pkg.name), file: null, isNew: true, notes: [note], questions: [] };
    });
  });
  handle(webContents, 'reviewLastReport', NOTHING, async () => {
    if (text === null) throw new AppError('last-report-unknown', '还没有选过纯文本的去年文件。');
    return desk.reviews.begin(await reading.review({ file: text }));
  });
}
