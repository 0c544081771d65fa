// banxin outline: what was recognised in a text, or what a package holds.
import { outlineOf, outlineOfPackage, type Outline } from '../core/import/index';
import { openInput } from '../node/package-store';
import { readArguments, type CommandShape } from './arguments';
import { print, printJson, say } from './print';

const SHAPE: CommandShape = { usage: 'banxin outline <文件> [--json]', files: ['要看的文件'], options: { json: 'flag' } };

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const { pkg, text, notes } = await openInput(args.files[0]!);
  for (const note of notes) say(`注意：${note}`);
  const outline = text === null ? outlineOfPackage(pkg) : outlineOf(text.recognition);
  if (args.has('json')) printJson(outline);
  else print(forPeople(outline));
  return 0;
}

const KINDS: Readonly<Record<Outline['articles'][number]['kind'], string>> = {
  report: '报告', editorial: '社论', news: '消息', resolution: '决议', address: '讲话', notice: '公告', continuation: '转版续文',
};

/** The outline as indented lines. */
function forPeople({ articles, editions, noise }: Outline): string {
  const lines: string[] = [];
  for (const { id, kind, title, characters, firstLine, lastLine, headings } of articles) {
    const where = firstLine === null ? '' : `，第 ${firstLine}–${lastLine ?? firstLine} 行`;
    // As the window calls it: its 字数 is Word's, which counts a number as one.
    lines.push(`${id}  ${KINDS[kind]}  ${title ?? '（无题）'}（字符数 ${characters}${where}）`);
    for (const { level, number, text } of headings) lines.push(`${'  '.repeat(Math.max(1, Math.min(level, 5) + 1))}${number === null ? '' : `${number} `}${text}`);
  }
  for (const { id, kind, date } of editions) lines.push(`版式 ${id}  ${kind}${date === null ? '' : `  ${date}`}`);
  if (noise.length > 0) lines.push(`另有 ${noise.length} 行不属于任何稿件`);
  return lines.length === 0 ? '没有稿件\n' : `${lines.join('\n')}\n`;
}
