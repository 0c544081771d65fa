// The texts that 两稿对比 may show: the one of now, each frozen 稿次, other files that were
// chosen. In: the package and those files. Out: packages with what each is called.
import type { Package, Version } from '../../core/model/package';
import { frozenAt } from '../saving/when';

export interface ComparedText {
  readonly id: string;
  readonly title: string;
  /** When it was frozen; '' of a text that has no day. */
  readonly when: string;
  readonly pkg: Package;
}

/** Id of the text of now. */
export const NOW = 'now';

/** All of them, the oldest first, the text of now last, files behind. */
export function comparedTexts(pkg: Package, files: readonly ComparedText[]): readonly ComparedText[] {
  return [...pkg.versions.map((version) => ofVersion(pkg, version)), { id: NOW, title: pkg.stage === null ? '现在的文字' : `现在的文字（${pkg.stage}）`, when: '', pkg }, ...files];
}

function ofVersion(pkg: Package, { id, name, date, meeting, articles }: Version): ComparedText {
  return { id, title: name, when: frozenAt(date), pkg: { ...pkg, meeting, articles, stage: name } };
}

/** What a 花脸稿 calls it. */
export function shortTitle({ id, title, pkg }: ComparedText): string {
  return id === NOW ? (pkg.stage ?? '现在的文字') : title;
}
