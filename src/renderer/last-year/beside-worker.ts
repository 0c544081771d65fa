// The worker of 去年对照: holds last year's texts and compares the article in hand with
// them, so that no key of the window waits for it. Of several states that came while it
// compared, the window takes the answer to the last alone.
import { articleFromJson, versionFromJson } from '../../core/model/package-json';
import type { Version } from '../../core/model/package';
import { besideLastYear } from '../../core/report/compare/beside';
import type { FromBeside, ToBeside } from './beside-messages';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ToBeside>) => void) | null;
  postMessage(message: FromBeside): void;
};

let last: Version | null = null;

scope.onmessage = ({ data }) => {
  if (data.kind === 'last') {
    last = versionFromJson(data.last);
    return;
  }
  const article = articleFromJson(data.article);
  scope.postMessage({ request: data.request, beside: last === null ? null : besideLastYear(last, { meeting: data.meeting, articles: [article] }, article.id) });
};
