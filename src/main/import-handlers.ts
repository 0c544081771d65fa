// The window's calls about the review of an import. Texts are read and recognised in
// a reader process; what a review made comes back as the bytes of a package, which
// opens like any other that is new.
import { randomUUID } from 'node:crypto';
import { dialog, type BrowserWindow } from 'electron';
import { array, exactOptional, instance, integer, literal, maxLength, minValue, nullable, number, object, pipe, strictObject, strictTuple, string } from 'valibot';
import { isOriginal } from '../core/import/review/index';
import { writePackage } from '../core/model/package-file';
import type { ImportedText } from '../ipc/importing';
import { AppError } from '../node/app-error';
import { LARGEST_TEXT } from '../node/decode-text';
import { readPackageBytes } from '../node/package-store';
import type { Desk } from './desk';
import type { Loaded } from './held-document';
import { handle } from './handle';
import { NAME, NOTHING, PATH } from './payloads';
import { REVIEW_STEP } from './review-payloads';
import { withEditions } from './with-editions';

const count = pipe(number(), integer(), minValue(0));
const sentence = pipe(string(), maxLength(100_000));
const PASTED = strictTuple([pipe(string(), maxLength(LARGEST_TEXT))]);
const IMPORTED = strictTuple([
  instance(Uint8Array), array(sentence),
  array(strictObject({ text: sentence, quote: sentence, join: nullable(object({ before: sentence, after: sentence })) })),
  count,
]);
const ORIGINAL = strictTuple([count, pipe(string(), maxLength(80))]);
const REVIEWING = strictTuple([nullable(strictObject({ name: pipe(string(), maxLength(4096)), decisions: count, what: exactOptional(literal('roll')) }))]);

/** What a pasted text is called. */
const PASTED_NAME = '粘贴的文字';

/** Registers them for a window. */
export function answerImportCalls(window: BrowserWindow, desk: Desk): void {
  const { webContents } = window;
  // A window that dies alone takes its review along.
  webContents.on('render-process-gone', () => {
    desk.review = null;
    void desk.reviews.keep();
  });
  handle(webContents, 'chooseImport', NOTHING, () => choose(window, desk));
  handle(webContents, 'importDropped', PATH, async (file) => desk.reviews.begin(await desk.reading.review({ file })));
  handle(webContents, 'importPasted', PASTED, async (text) => desk.reviews.begin(await desk.reading.review({ bytes: new TextEncoder().encode(text), name: PASTED_NAME })));
  handle(webContents, 'openImported', IMPORTED, (bytes, notes, questions, decisions) => {
    // The review is over; opening what it made must not ask about it.
    desk.review = null;
    return desk.take(async (): Promise<Loaded> => {
      const { pkg } = await readPackageBytes(bytes, '导入的文稿');
      const whole = writePackage(withEditions({ ...pkg, id: randomUUID() }), null);
      return { opened: await readPackageBytes(whole, pkg.name), file: null, isNew: true, notes, questions, work: decisions };
    });
  });
  handle(webContents, 'originalText', ORIGINAL, async (document, asset) => {
    const bytes = isOriginal(asset) ? desk.store.now(document).assets.get(asset) : undefined;
    if (bytes === undefined) throw new AppError('original-unknown', '文稿包里没有这份导入原文。');
    return desk.reading.original(bytes);
  });
  handle(webContents, 'reviewStep', REVIEW_STEP, async (sha256, step) => {
    await desk.reviews.step(sha256, step);
    return null;
  });
  handle(webContents, 'keptReviews', NOTHING, () => desk.reviews.list());
  handle(webContents, 'resumeReview', NAME, (id) => desk.reviews.resume(id));
  handle(webContents, 'giveUpReview', NAME, async (id) => {
    await desk.reviews.giveUp(id);
    return null;
  });
  handle(webContents, 'wantReview', NAME, async (id) => {
    await desk.reviews.want(id);
    return null;
  });
  handle(webContents, 'reviewing', REVIEWING, async (review) => {
    desk.review = review;
    return null;
  });
}

async function choose(window: BrowserWindow, desk: Desk): Promise<ImportedText | null> {
  const answer = await dialog.showOpenDialog(window, { title: '导入文本', properties: ['openFile'], filters: [{ name: '纯文本和网页', extensions: ['txt', 'html', 'htm'] }, { name: '所有文件', extensions: ['*'] }] });
  const [file] = answer.filePaths;
  return answer.canceled || file === undefined ? null : desk.reviews.begin(await desk.reading.review({ file }));
}
