// The diagnostics bundle (帮助 › 诊断包…): a zip that a user can read before handing
// it on. In: facts without text, and the end of the log. Out: the file's bytes. It
// says itself what it contains; that it contains nothing else is what makes it fit
// to be sent (W63).
import { strToU8, zipSync } from 'fflate';

/** What is known of this run and what it runs on; free of the user's words and paths. */
export type SupportFacts = Readonly<Record<string, unknown>>;

const EXPLANATION = `版心诊断包

供排查问题用。发给别人之前，可以先打开看一看，都是文本文件。

里面有：
  情况.json  版心、Electron 和操作系统的版本，屏幕的大小，找到的字体的名称，各项设置，
             打开的文稿包有几篇、多少字、几份版式，各种版面提示各有几条。
  日志.txt   最近做过的操作的种类、用时和结果，程序出错的位置。

里面没有：
  文稿里的任何文字，文件和文件夹的名称，用户和这台电脑的名称。
`;

/** The zip. `log` is ASCII lines (log.ts). */
export function diagnosticsBundle(facts: SupportFacts, log: string): Uint8Array {
  return zipSync({
    '说明.txt': strToU8(EXPLANATION),
    '情况.json': strToU8(`${JSON.stringify(facts, null, 2)}\n`),
    '日志.txt': strToU8(log),
  }, { level: 6 });
}
