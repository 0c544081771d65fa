// The commands of the command line: finds the one asked for, runs it, turns whatever
// went wrong into people's words and an exit code (0 done, 1 could not be done, 2 wrong
// usage). Commands load when called, so a cold export loads its own code alone.
import { AppError } from '../node/app-error';
import { HelpRequest, UsageError } from './arguments';
import { print, printJson, say } from './print';

/** The version of package.json, put in by scripts/build-cli.mjs. */
declare const PROGRAM_VERSION: string;

/** Runs a command with its words, answers the exit code. */
interface Command {
  readonly run: (words: readonly string[]) => Promise<number>;
}

const COMMANDS: Readonly<Record<string, { readonly load: () => Promise<Command>; readonly does: string }>> = {
  templates: { load: () => import('./templates'), does: '列出模板' },
  new: { load: () => import('./new'), does: '用模板新建文稿包' },
  import: { load: () => import('./import'), does: '把文本导入为文稿包' },
  outline: { load: () => import('./outline'), does: '列出稿件和标题' },
  rollforward: { load: () => import('./rollforward'), does: '从去年的报告生成今年的草稿' },
  compare: { load: () => import('./compare'), does: '逐节比较两份文稿' },
  takeback: { load: () => import('./takeback'), does: '把 Word 改稿取回文稿包' },
  facts: { load: () => import('./facts'), does: '列出文中的数字' },
  export: { load: () => import('./export'), does: '排版并输出 PDF，或输出 Word、文本、网页' },
  check: { load: () => import('./check'), does: '列出各版式的提示' },
  typeset: { load: () => import('./typeset'), does: '排版并列出版面上的每一行字' },
  makeup: { load: () => import('./makeup'), does: '报纸自动拼版，列出几个方案' },
  paper: { load: () => import('./paper'), does: '写好送报社的文件夹' },
  fonts: { load: () => import('./fonts'), does: '列出可用的字体' },
};

const help = (): string => [
  '版心：中文工作报告排版', '', '用法：banxin <命令> …', '',
  ...Object.entries(COMMANDS).map(([name, { does }]) => `  ${name.padEnd(13)}${does}`), '',
  'banxin <命令> --help 是它的用法；banxin --version 是程序的版本。', '',
].join('\n');

/** Runs the command that `words` name; answers the exit code. */
export async function runCommand(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (name === '--help' || name === '-h' || name === 'help') {
    print(help());
    return 0;
  }
  if (name === '--version') {
    if (words.includes('--json')) printJson({ version: PROGRAM_VERSION });
    else print(`${PROGRAM_VERSION}\n`);
    return 0;
  }
  if (name === undefined || !Object.hasOwn(COMMANDS, name)) {
    const why = name === undefined || name.startsWith('-') ? '要写明命令' : `没有命令“${name}”`;
    return fail(words, 'usage', why, 2, `${why}\n${help()}`);
  }
  try {
    const { run } = await COMMANDS[name]!.load();
    return await run(rest);
  } catch (error) {
    if (error instanceof HelpRequest) {
      if (rest.includes('--json')) printJson({ usage: error.usage, does: COMMANDS[name]!.does });
      else print(`${COMMANDS[name]!.does}\n用法：${error.usage}\n`);
      return 0;
    }
    if (error instanceof UsageError) return fail(words, 'usage', error.message, 2);
    if (error instanceof AppError) return fail(words, error.code, error.message, 1);
    // A mistake of ours: its sentence helps whoever reports it, its stack nobody who sees it.
    const message = error instanceof Error ? error.message : String(error);
    return fail(words, 'internal', `程序内部出错，没有做成：${message}`, 1);
  }
}

function fail(words: readonly string[], code: string, message: string, exit: number, said: string = message): number {
  if (words.includes('--json')) printJson({ error: { code, message } });
  say(said);
  return exit;
}
