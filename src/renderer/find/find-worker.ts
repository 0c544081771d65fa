// Runs regular expressions away from the window's thread: one that never ends is
// stopped with its worker (regex-runner.ts).
import { regexMatches, type Match } from '../../core/model/find';

export interface RegexTask {
  readonly source: string;
  readonly flags: string;
  readonly texts: readonly string[];
}

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<RegexTask>) => void) | null;
  postMessage(message: readonly (readonly Match[])[]): void;
};

scope.onmessage = ({ data: { source, flags, texts } }) => scope.postMessage(texts.map((text) => regexMatches(text, source, flags)));
