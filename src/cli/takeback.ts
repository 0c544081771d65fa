// banxin takeback: what came back from Word (or WPS, or as text) beside its package,
// and with -o the package with what is accepted of it.
import { applyChanges } from '../core/model/apply-change';
import { OMIT_NAMES } from '../core/model/omit-names';
import { quoted } from '../core/model/quote';
import { takeBack, type TakenPiece } from '../core/report/take-back/take-back';
import { takeBackChanges } from '../core/report/take-back/take-back-changes';
import { AppError } from '../node/app-error';
import { openInput, savePackage } from '../node/package-store';
import { readArguments, UsageError, type CommandShape } from './arguments';
import { keepOld, packageTarget } from './keep-old';
import { print, printJson, say } from './print';

const SHAPE: CommandShape = {
  usage: 'banxin takeback <文稿包> <改稿.docx> [--revisions accepted|original] [-o 新文稿包.banxin] [--accept all|编号[;编号]] [--json]', files: ['文稿包', '改回来的文件'],
  options: { revisions: 'value', accept: 'value', o: 'value', json: 'flag' },
};

const WORDS: Readonly<Record<TakenPiece['kind'], string>> = { changed: '改动', new: '新增', gone: '删去', field: '标题', comment: '批注' };

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const revisions = args.value('revisions') ?? 'accepted';
  if (revisions !== 'accepted' && revisions !== 'original') throw new UsageError(`--revisions 应写 accepted（接受修订）或 original（修订前），不能是 ${revisions}`);
  const out = args.value('o');
  const wish = args.value('accept');
  if (wish !== null && out === null) throw new UsageError('--accept 要与 -o 一起用');
  const target = out === null ? null : packageTarget(out);
  const [source, returned] = args.files as [string, string];
  const ours = await openInput(source);
  if (ours.text !== null) throw new AppError('format-unsupported', `“${source}”不是文稿包，没有什么可以取回进去`);
  const theirs = await openInput(returned, { revisions });
  for (const note of [...ours.notes, ...theirs.notes]) say(`注意：${note}`);
  const plan = takeBack(ours.pkg, theirs.pkg, theirs.word?.edition ?? null);
  if (plan.articles.length === 0) throw new AppError('take-back-nothing', `“${returned}”里没有一篇是“${source}”里的稿件，无可取回`);
  const known = plan.pieces.map(({ id }) => id);
  const accepted = wish === null || wish === 'all' ? known : wish.split(';');
  const unknown = accepted.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new UsageError(`--accept 不认识“${unknown}”；编号见 --json 的 pieces`);
  if (target !== null) {
    let serial = 0;
    const taken = new Set(ours.pkg.comments.map(({ id }) => id));
    const newId = (): string => {
      do serial++; while (taken.has(`word-${serial}`));
      return `word-${serial}`;
    };
    const applied = applyChanges(ours.pkg, takeBackChanges(ours.pkg, plan, new Set(accepted), newId));
    if (!applied.ok) throw new AppError('internal', `取回时出错，没有写出文件：${applied.reason}`);
    const kept = keepOld(target);
    await savePackage(target, applied.value.pkg, ours.origin);
    if (kept !== null) say(`原有的“${target}”已留作“${kept}”`);
    say(`已取回 ${accepted.length} 处到“${target}”`);
  }
  const { pieces, articles } = plan;
  if (args.has('json')) printJson({ pieces, articles, unknown: plan.unknown, leftOut: plan.leftOut });
  else print(pieces.map(({ kind, section, words: said, what }) => `${WORDS[kind]}  ${section === '' ? '' : `${section}  `}${what === null ? '' : `${what}  `}${said.map(({ kind: is, text }) => (is === 'same' ? (text.length > 24 ? `${text.slice(0, 8)}…${text.slice(-8)}` : text) : is === 'new' ? `{+${text}+}` : `[-${text}-]`)).join('')}\n`).join(''));
  if (plan.leftOut !== null) say(`文稿里标了“${OMIT_NAMES[plan.leftOut.edition]}”的 ${plan.leftOut.count} 处不在这个文件里，原样留着`);
  for (const title of plan.unknown) say(`没有取回${quoted(title)}：文稿包里没有这篇稿件`);
  say(`${articles.length} 篇稿件：${pieces.length} 处不同，${articles.reduce((sum, { kept }) => sum + kept, 0)} 段没有动`);
  return 0;
}
