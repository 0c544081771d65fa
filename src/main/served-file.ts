// Which file an app:// address means, and which part of it: plain functions, apart
// from Electron, because everything that keeps the scheme inside its folder is here.
import path from 'node:path';
import { FONT_ORIGIN } from '../ipc/index';

/** What the page may load. The meta element of index.html says the same, but for `frame-ancestors`, which only a header can. Styles may be inline: React and ProseMirror set element styles. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  `font-src ${FONT_ORIGIN}`,
  `connect-src 'self' ${FONT_ORIGIN}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.json': 'application/json',
};

/** MIME type of a file that the window may load; null for any other. */
export function typeOf(file: string): string | null {
  return TYPES[path.extname(file)] ?? null;
}

/**
 * The file under `root` that a URL path names, or null where it would leave the folder, has an
 * encoded separator, a NUL, or no known type.
 */
export function containedFile(root: string, urlPath: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const file = path.resolve(root, `.${path.posix.normalize(`/${decoded}`)}`);
  const inside = path.relative(root, file);
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return null;
  return typeOf(file) === null ? null : file;
}

/** `bytes=from-to` of a file of `size` as [from, end); the whole file where no range is asked; null for any other form. */
export function rangeOf(header: string | null, size: number): readonly [number, number] | null {
  if (header === null) return [0, size];
  const match = /^bytes=(\d+)-(\d+)$/.exec(header);
  if (match === null) return null;
  const from = Number(match[1]);
  const end = Math.min(Number(match[2]) + 1, size);
  return from < end ? [from, end] : null;
}
