// The scheme app://, our only way of loading anything: app://window/… is the
// built renderer, contained in its folder; app://font/<id> is the bytes of one of
// the faces that main has found, by id. Every answer carries the content security
// policy; nothing else is served, and the session's own network is closed.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { protocol, type Session } from 'electron';
import { closeServices } from './closed-network';
import { SCHEME, WINDOW_ORIGIN } from '../ipc/index';
import { CONTENT_POLICY, containedFile, rangeOf, typeOf } from './served-file';

/** A face has up to 25 MB: large chunks, or their number costs more than the bytes. */
const FONT_CHUNK = 1 << 20;

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true } },
  ]);
}

/** Serves the window from `root` and fonts by `fontFile` (null: no such id). */
export function serve(target: Session, root: string, fontFile: (id: string) => string | null): void {
  target.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET') return refuse(405);
    if (url.host === 'font') {
      const file = fontFile(decodeURIComponent(url.pathname.slice(1)));
      return file === null ? refuse(404) : serveFont(file, request.headers.get('Range'));
    }
    if (url.host !== 'window') return refuse(404);
    const file = containedFile(root, url.pathname);
    if (file === null) return refuse(404);
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'EISDIR') return null;
      throw error;
    });
    if (bytes === null) return refuse(404);
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': typeOf(file) ?? 'application/octet-stream', 'Content-Security-Policy': CONTENT_POLICY, 'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Opener-Policy': 'same-origin',
      },
    });
  });
}

/** A font's bytes, or the range that was asked: the page worker opens a face by its first blocks. */
async function serveFont(file: string, range: string | null): Promise<Response> {
  const { size } = await stat(file);
  const asked = rangeOf(range, size);
  if (asked === null) return refuse(416);
  const [from, to] = asked;
  const headers: Record<string, string> = {
    'Content-Type': 'font/sfnt', 'Content-Length': String(to - from), 'Access-Control-Allow-Origin': WINDOW_ORIGIN,
    'Access-Control-Expose-Headers': 'Content-Range', 'X-Content-Type-Options': 'nosniff',
  };
  if (range !== null) headers['Content-Range'] = `bytes ${from}-${to - 1}/${size}`;
  const stream = createReadStream(file, { start: from, end: to - 1, highWaterMark: FONT_CHUNK });
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { status: range === null ? 200 : 206, headers });
}

/** Denies every permission, download and request that is not of our scheme (W60, W62: no network). */
export function closeSession(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.on('will-download', (event) => event.preventDefault());
  closeServices(target);
  target.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !/^(app|devtools|blob|data):/.test(details.url) });
  });
}

function refuse(status: number): Response {
  return new Response(null, { status });
}
