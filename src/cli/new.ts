// banxin new: a package from a template. What is known of the meeting comes from
// --meeting, the template's switches from --with and --without; what is not known
// stays a field 未填 or a placeholder 待填. Set phrases are ours with the user's own
// over them, as in the window. A new id each time: two are two packages.
import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { openPlaces } from '../core/model/stage';
import { mergePhrases } from '../core/report/phrases';
import type { Phrase } from '../core/report/template';
import { AppError } from '../node/app-error';
import { PHRASES_FILE, readPhrasesFile } from '../node/own-phrases';
import { savePackage } from '../node/package-store';
import { LIBRARY, newPackage } from '../node/templates';
import { userDataFolder } from '../node/user-data';
import { readArguments, UsageError, type Arguments, type CommandShape } from './arguments';
import { keepOld, packageTarget } from './keep-old';
import { openMeeting } from './open-meeting';
import { say } from './print';

const SHAPE: CommandShape = {
  usage: 'banxin new <模板> [--meeting 会议信息.json] [--with 开关[,开关]] [--without 开关[,开关]] [--templates 文件夹] [--phrases 表述库.json] -o 文稿包.banxin',
  files: ['模板'],
  options: { meeting: 'value', with: 'value', without: 'value', templates: 'value', phrases: 'value', o: 'value' },
  required: ['o'],
};

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const target = packageTarget(args.value('o')!);
  const file = args.value('meeting');
  const pkg = await newPackage({
    template: args.files[0]!, folder: args.value('templates'), name: basename(target, extname(target)),
    meeting: file === null ? {} : await openMeeting(file), switches: switchesOf(args), phrases: phrasesOf(args),
  });
  const kept = keepOld(target);
  await savePackage(target, pkg, null);
  // A 换届 report is another paper (TYPESETTING 4.1a): the outgoing committee gives it, on five years.
  if (args.files[0] === 'cppcc-annual' && pkg.meeting.session === 1) say('注意：第一次会议一般用换届报告的模板 cppcc-term');
  if (kept !== null) say(`原有的“${target}”已留作“${kept}”`);
  const open = pkg.articles.reduce((sum, article) => sum + openPlaces(article).length, 0);
  say(`已新建“${target}”：${pkg.articles.length} 篇稿件，${pkg.editions.length} 个版式，待填 ${open} 处`);
  return 0;
}

/** Ours and the user's own. A phrase taken off the list still stands in the templates that name it. @throws AppError `phrases-invalid`, `read-failed`. */
function phrasesOf(args: Arguments): readonly Phrase[] {
  const named = args.value('phrases');
  if (named !== null && !existsSync(named)) throw new AppError('read-failed', `找不到表述库“${named}”`);
  const { own, wrong } = readPhrasesFile(named ?? join(userDataFolder(), PHRASES_FILE));
  if (wrong !== null && named !== null) throw new AppError('phrases-invalid', `表述库“${named}”${wrong}`);
  if (wrong !== null) say(`注意：自己的表述库（${PHRASES_FILE}）${wrong}，只用了自带的`);
  return mergePhrases(LIBRARY.phrases, { ...own, removed: [] });
}

/** @throws UsageError for a switch that is asked for both ways. */
function switchesOf(args: Arguments): ReadonlyMap<string, boolean> {
  const names = (option: string): string[] => (args.value(option) ?? '').split(',').filter((name) => name !== '');
  const on = names('with');
  const off = names('without');
  const both = on.find((name) => off.includes(name));
  if (both !== undefined) throw new UsageError(`开关 ${both} 同时写在 --with 和 --without 里`);
  return new Map([...on.map((name) => [name, true] as const), ...off.map((name) => [name, false] as const)]);
}
