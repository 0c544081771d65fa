import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../test/build';
import { shipped } from '../../test/build-edition';
import type { Edition } from './model/package';
import { phaseDiagnostics } from './report-phase';

describe('4.1b: what does not belong into an issue', () => {
  const issue = (phase: Edition['phase'], ...which: readonly string[]): string[] => {
    const all = [
      article('open', 'news', doc(p('今天开幕。')), { 'deck.main': '政协云岭市五届四次会议开幕' }),
      article('editorial', 'editorial', doc(p('新春伊始。'), p('预祝大会圆满成功！')), { 'deck.main': '踔厉奋发 启新程' }),
      article('resolution', 'resolution', doc(p('会议同意。')), { 'deck.main': '关于常务委员会工作报告的决议' }),
      article('close', 'news', doc(p('今天闭幕。')), { 'deck.main': '政协云岭市五届四次会议闭幕' }),
    ];
    const edition = shipped('N8', which, { phase });
    return phaseDiagnostics(edition, packageOf(all)).map(({ message }) => message);
  };

  it('a resolution in the opening issue', () => expect(issue('opening', 'open', 'resolution')).toEqual(['“关于常务委员会工作报告的决议”是闭幕时通过的决议，不该登在开幕这一期']));
  it('an opening editorial in the closing issue', () => expect(issue('closing', 'editorial', 'close')).toEqual(['“踔厉奋发 启新程”是开幕的稿件，不该登在闭幕这一期']));
  it('where nobody says which issue it is: both side by side', () => expect(issue(null, 'editorial', 'resolution')).toHaveLength(1));
  it('what belongs there is not told', () => expect([issue('opening', 'open', 'editorial'), issue('closing', 'close', 'resolution'), issue('during', 'open')].flat()).toEqual([]));
});
