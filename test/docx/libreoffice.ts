// LibreOffice without a window, as a program that reads our files: it sees our faces
// alone, under the names that the files ask for (a fontconfig file of its own), and has
// a profile of its own.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  /** The text, a line a paragraph with its number, once every tracked change is accepted, and once every one is taken back. */
  decided(docx: Uint8Array): { readonly accepted: string; readonly rejected: string } {
    const at = (name: string): string => path.join(this.folder, name);
    writeFileSync(at('in.docx'), docx);
    const basic = at('profile/user/basic');
    // The first start of a profile writes its own of these.
    if (!existsSync(basic)) this.convert(docx, 'docx');
    mkdirSync(path.join(basic, 'Standard'), { recursive: true });
    for (const [name, text] of Object.entries(DECIDING)) writeFileSync(path.join(basic, name), text);
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${this.folder}/profile`, 'macro:///Standard.Module1.Main'], {
      env: { ...process.env, FONTCONFIG_FILE: this.fonts, DOCX_IN: at('in.docx'), TEXT_ACCEPTED: at('accepted.txt'), TEXT_REJECTED: at('rejected.txt') }, stdio: 'pipe', timeout: 100_000,
    });
    const read = (name: string): string => readFileSync(at(name), 'utf8').replace(/^\ufeff/, '');
    return { accepted: read('accepted.txt'), rejected: read('rejected.txt') };
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** LibreOffice reads no such file without its document type. */
const opened = (root: string, type: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${root} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${type}.dtd">\n`;
const OOO = 'http://openoffice.org/2000';

/** A macro of LibreOffice's own Basic, as a profile keeps one: what the command line has no option for. */
const DECIDING: Readonly<Record<string, string>> = {
  'script.xlc': `${opened('library:libraries', 'libraries')}<library:libraries xmlns:library="${OOO}/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" library:link="false"/></library:libraries>`,
  'Standard/script.xlb': `${opened('library:library', 'library')}<library:library xmlns:library="${OOO}/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>`,
  'Standard/Module1.xba': `${opened('script:module', 'module')}<script:module xmlns:script="${OOO}/script" script:name="Module1" script:language="StarBasic">
Sub Main
  On Error Goto Done
  Decide(Environ("TEXT_ACCEPTED"), ".uno:AcceptAllTrackedChanges")
  Decide(Environ("TEXT_REJECTED"), ".uno:RejectAllTrackedChanges")
Done:
  StarDesktop.terminate()
End Sub
Sub Decide(target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(Environ("DOCX_IN")), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName"
  plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions"
  plain(1).Value = "UTF8,LF,,,"
  doc.storeToURL(ConvertToURL(target), plain())
  doc.close(True)
End Sub
</script:module>`,
};

/** Lines of each page of a PDF in content order. */
export function popplerPages(pdf: Uint8Array): string[][] {
  const text = withFile(pdf, (file) => execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }));
  return text.split('\f').map((page) => page.split('\n'));
}
