// LibreOffice without a window, as a program that reads our files: it sees our faces
// alone, under the names that the files ask for (a fontconfig file of its own), and has
// a profile of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withFile } from '../pdf/tools';
import { WORD_FACES } from '../../src/docx/write/face-names';
import type { FontRole } from '../../src/core/font';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Families of the pinned faces as fontconfig has them: those that the booklet is set in. */
const FAMILIES: Readonly<Record<FontRole, string>> = {
  song: 'Noto Serif SC', biaosong: 'Noto Serif SC ExtraBold', hei: 'Noto Sans SC Medium', kai: 'AR PL KaitiM GB', fangsong: 'FandolFang', times: 'Tinos',
};

function fontConfig(folder: string): string {
  const folders = ['resources/fonts', ...['noto-serif-sc', 'noto-sans-sc', 'tinos'].map((name) => `node_modules/@expo-google-fonts/${name}`)];
  const aliases = Object.entries(WORD_FACES).map(([role, { name }]) =>
    `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="strong"><string>${FAMILIES[role as FontRole]}</string></edit></match>`);
  const file = path.join(folder, 'fonts.conf');
  writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.map((one) => `<dir>${path.join(ROOT, one)}</dir>`).join('')}<cachedir>${path.join(folder, 'cache')}</cachedir>${aliases.join('')}</fontconfig>`);
  return file;
}

/** What LibreOffice makes of a Word file: a PDF, or a Word file of its own. @throws where it makes none. */
export class LibreOffice {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'banxin-lo-'));
  private readonly fonts = fontConfig(this.folder);

  convert(docx: Uint8Array, to: 'pdf' | 'docx'): Uint8Array {
    const source = path.join(this.folder, 'in.docx');
    const out = path.join(this.folder, 'out');
    writeFileSync(source, docx);
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${this.folder}/profile`, '--convert-to', to, '--outdir', out, source], {
      env: { ...process.env, FONTCONFIG_FILE: this.fonts }, stdio: 'pipe', timeout: 100_000,
    });
    return new Uint8Array(readFileSync(path.join(out, `in.${to}`)));
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Lines of each page of a PDF in content order. */
export function popplerPages(pdf: Uint8Array): string[][] {
  const text = withFile(pdf, (file) => execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }));
  return text.split('\f').map((page) => page.split('\n'));
}
