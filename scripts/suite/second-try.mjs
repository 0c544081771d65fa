// A vitest reporter: which tests passed only when they were run once more, with what they said the first time, a line
// each, into the file that BANXIN_SECOND_TRIES names. A busy machine fails a test that waits for a disk or a child once
// in a thousand; a fault that comes and goes looks the same, so it is said and not passed over.
import { relative } from 'node:path';
import { writeFileSync } from 'node:fs';
import { root } from '../setup/place.mjs';

export default class SecondTry {
  #lines = [];

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky !== true) return;
    const [error] = test.result().errors ?? [];
    this.#lines.push(`${relative(root, test.module.moduleId)} > ${test.fullName}: ${(error?.message ?? '').slice(0, 1000)}`);
  }

  onTestRunEnd() {
    const file = process.env.BANXIN_SECOND_TRIES;
    if (file) writeFileSync(file, JSON.stringify(this.#lines));
  }
}
