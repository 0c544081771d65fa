// The worker of 两稿对比: joins two texts of any length while the window stays at hand. One
// worker does one comparison; who wants another, or none, ends it.
import { articleFromJson, articleToJson } from '../../core/model/package-json';
import { listChanges } from '../../core/report/compare/change-list';
import { verbatimBetween } from '../../core/report/compare/compare-packages';
import { joinArticles } from '../../core/report/compare/redline-package';
import type { FromCompare, TextJson, ToCompare } from './compare-messages';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ToCompare>) => void) | null;
  postMessage(message: FromCompare): void;
};

/** Told in so many steps. */
const STEPS = 50;

const textOf = ({ meeting, articles }: TextJson) => ({ meeting, articles: articles.map(articleFromJson) });

scope.onmessage = ({ data }) => {
  const [was, now] = [textOf(data.was), textOf(data.now)];
  let told = 0;
  const { old, articles, numbers } = joinArticles(was, now, data.names, (done, all) => {
    const step = Math.floor((done / all) * STEPS);
    if (step > told) scope.postMessage({ kind: 'progress', done: (told = step) / STEPS });
  });
  scope.postMessage({
    kind: 'compared', old: old.map(({ id, kind }) => ({ id, kind })), articles: articles.map(articleToJson), numbers,
    list: listChanges({ articles, numbers }, now.meeting), verbatim: verbatimBetween(was, now).map(({ text }) => text),
  });
};
