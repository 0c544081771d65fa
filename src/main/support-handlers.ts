// The window's call for a diagnostics bundle: gathers what support needs to know
// and nothing of the text (W63), asks where to, writes the zip.
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { app, dialog, screen, type BrowserWindow } from 'electron';
import { integer, minValue, number, pipe, record, regex, strictTuple, string } from 'valibot';
import type { Package } from '../core/model/package';
import { writeAtomically } from '../node/atomic-write';
import { withExtension } from './chosen-file';
import { diagnosticsBundle, type SupportFacts } from './diagnostics-bundle';
import type { DocumentStore } from './document-store';
import type { FaceList } from './face-list';
import { handle } from './handle';
import { programLog } from './log';
import { withoutText } from './plain-word';

/** Newest part of the log that goes into the bundle. */
const LOG_BYTES = 512 * 1024;

const COUNTS = strictTuple([record(pipe(string(), regex(/^[a-z-]{1,40}$/)), pipe(number(), integer(), minValue(0)))]);

/** Registers it for a window. */
export function answerSupportCalls(window: BrowserWindow, store: DocumentStore, faces: FaceList): void {
  handle(window.webContents, 'saveDiagnostics', COUNTS, async (counts) => {
    const answer = await dialog.showSaveDialog(window, {
      title: '诊断包',
      defaultPath: `版心诊断包 ${new Date().toISOString().slice(0, 10)}.zip`,
      filters: [{ name: '压缩文件', extensions: ['zip'] }],
    });
    const target = await withExtension(window, answer, '.zip');
    if (target === null) return null;
    const bytes = diagnosticsBundle(await factsOf(store, faces, counts), programLog().tail(LOG_BYTES));
    writeAtomically(target, (sink) => sink(bytes));
    return path.basename(target);
  });
}

async function factsOf(store: DocumentStore, faces: FaceList, counts: Readonly<Record<string, number>>): Promise<SupportFacts> {
  const { electron, chrome, node, v8 } = process.versions;
  const open = store.current();
  return {
    program: { version: app.getVersion(), electron, chrome, node, v8, packed: app.isPackaged },
    system: {
      platform: process.platform, release: withoutText(os.release()), arch: process.arch, processors: os.cpus().length, memoryMiB: Math.round(os.totalmem() / 2 ** 20),
      language: app.getLocale(), desktop: withoutText(process.env['XDG_CURRENT_DESKTOP'] ?? null), session: withoutText(process.env['XDG_SESSION_TYPE'] ?? null),
      inputMethod: withoutText(process.env['GTK_IM_MODULE'] ?? null),
    },
    screens: screen.getAllDisplays().map(({ size, scaleFactor }) => ({ width: size.width, height: size.height, scaleFactor })),
    processes: app.getAppMetrics().map(({ type, memory }) => ({ type, memoryMiB: Math.round(memory.workingSetSize / 1024) })),
    faces: await faces.names(),
    settings: settings(),
    document: open === null ? null : documentOf(store.at(open.document, open.version), { readOnly: open.readOnly !== null, named: open.file !== null, version: open.version }),
    diagnostics: counts,
  };
}

function documentOf(pkg: Package, state: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    ...state,
    articles: pkg.articles.map(({ kind, doc }) => ({ kind: withoutText(kind), blocks: doc.childCount, characters: doc.textContent.length })),
    editions: pkg.editions.map(({ kind }) => kind),
    versions: pkg.versions.length,
    comments: pkg.comments.length,
    assets: [...pkg.assets.values()].map(({ length }) => length),
  };
}

/** The user's settings as they stand in their file, freed of text. */
function settings(): unknown {
  try {
    return withoutText(JSON.parse(readFileSync(path.join(app.getPath('userData'), 'settings.json'), 'utf8')));
  } catch {
    return null; // none were set yet, or the file is broken: the program takes its own then
  }
}
