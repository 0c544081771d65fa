// What exported files are called: 标题（稿次）日期, as officials name theirs, without
// what file systems refuse and short enough for each of them. In: package, edition,
// day. Out: names without folder; the ending is the caller's.
import { fieldText } from '../core/model/field-text';
import type { Edition, Package } from '../core/model/package';

/** Characters of a title in a name: three bytes each in UTF-8, and most file systems allow 255 bytes a name. */
const LONGEST = 60;

/** A name without what file systems refuse. */
export function safeName(name: string): string {
  const clean = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  return clean === '' ? '未命名' : clean;
}

/** 标题（稿次）日期; an edition that is not the booklet is named behind the title, or all of them would have one name. `day` ISO. */
export function exportName(pkg: Package, edition: Edition, day: string): string {
  const article = pkg.articles.find(({ id }) => id === edition.articles[0]);
  const main = fieldText(article?.fields['deck.main'], pkg.meeting);
  const title = [...safeName(main === '' ? pkg.name : main)].slice(0, LONGEST).join('');
  const which = edition.kind === 'booklet' && edition.printedAt === undefined ? '' : ` ${edition.name}`;
  return safeName(`${title}${which}${stageOf(pkg)}${day}`);
}

/** Name of the folder that 导出全部 makes: 文稿包名（稿次）日期. */
export function exportFolderName(pkg: Package, day: string): string {
  return safeName(`${[...pkg.name].slice(0, LONGEST).join('')}${stageOf(pkg)}${day}`);
}

function stageOf({ stage }: Package): string {
  return stage === null ? '' : `（${stage}）`;
}
