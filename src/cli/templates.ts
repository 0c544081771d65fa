// banxin templates: what `banxin new` can make, ours and those of a folder.
import type { TemplateEntry } from '../core/report/template';
import { listTemplates } from '../node/templates';
import { readArguments, type CommandShape } from './arguments';
import { print, printJson, say } from './print';

const SHAPE: CommandShape = { usage: 'banxin templates [--templates 文件夹] [--json]', files: [], options: { templates: 'value', json: 'flag' } };

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const { templates, notes } = await listTemplates(args.value('templates'));
  for (const note of notes) say(`注意：${note}`);
  if (args.has('json')) printJson({ templates });
  else print(`${templates.flatMap(forPeople).join('\n')}\n`);
  return 0;
}

/** A template's name and what it is for, its switches with the side that they stand on. */
function forPeople({ id, name, about, switches }: TemplateEntry): string[] {
  return [
    `${id}  ${name}`, `    ${about}`,
    ...switches.map((one) => `    ${one.default ? '有' : '无'}  ${one.id}  ${one.title}`),
  ];
}
