// Tracked changes of a Word file in words: 插入 5 处、删除 4 处.
import type { WordOpened } from '../../ipc/opened';

/** How many of each kind; '' where the file has none. */
export function revisionWords({ insertions, deletions, moves, formatting }: WordOpened['revisions']): string {
  return ([['插入', insertions], ['删除', deletions], ['移动', moves], ['格式', formatting]] as const)
    .filter(([, count]) => count > 0).map(([kind, count]) => `${kind} ${count} 处`).join('、');
}

/** Are there tracked changes of the text, so that the user has to choose? */
export function asksForChoice({ revisions }: WordOpened): boolean {
  return revisions.insertions + revisions.deletions + revisions.moves > 0;
}
