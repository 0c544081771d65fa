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
      article('brief', 'news', doc(p('手语翻译。')), { 'deck.main': '手语翻译首次走进开幕会' }),
      article('back', 'news', doc(p('几天前。')), { 'deck.main': '从开幕到闭幕：四天回眸' }),
      article('ahead', 'news', doc(p('会议将开五天。')), { 'deck.main': '市政协五届四次会议明日开幕' }),
    ];
    const edition = shipped('N8', which, { phase });
    return phaseDiagnostics(edition, packageOf(all)).map(({ message }) => message);
  };

  it('a resolution in the opening issue', () => expect(issue('opening', 'open', 'resolution')).toEqual(['“关于常务委员会工作报告的决议”是闭幕时通过的决议，不该登在开幕这一期']));
  it('an opening editorial in the closing issue', () => expect(issue('closing', 'editorial', 'close')).toEqual(['“踔厉奋发 启新程”是开幕的稿件，不该登在闭幕这一期']));
  it('where nobody says which issue it is: both side by side', () => expect(issue(null, 'editorial', 'resolution')).toHaveLength(1));
  it('what belongs there is not told', () => expect([issue('opening', 'open', 'editorial'), issue('closing', 'close', 'resolution'), issue('during', 'brief', 'back')].flat()).toEqual([]));
  it('between the two nothing of either end', () => {
    expect(issue('during', 'open', 'editorial')).toEqual(['“政协云岭市五届四次会议开幕”是开幕的稿件，不该登在会中这一期', '“踔厉奋发 启新程”是开幕的稿件，不该登在会中这一期']);
    expect(issue('during', 'close', 'resolution')).toEqual(['“政协云岭市五届四次会议闭幕”是闭幕的稿件，不该登在会中这一期', '“关于常务委员会工作报告的决议”是闭幕时通过的决议，不该登在会中这一期']);
  });
  it('what was seen at a ceremony, looks back or ahead belongs anywhere', () => expect([issue('closing', 'brief', 'back'), issue('opening', 'brief', 'ahead')].flat()).toEqual([]));
  it.each([
    ['闭幕会上的讲话', 'closing'], ['政协云岭市五届四次会议胜利闭幕', 'closing'], ['市政协全会圆满结束', 'closing'], ['云岭市政协全会开幕会举行', 'opening'], ['市政协五届四次会议在云岭会堂开幕', 'opening'],
    ['政协云岭市五届四次会议今日开幕 426名委员共商大计', 'opening'],
  ] as const)('%s is news of the %s', (title, end) => {
    const one = packageOf([article('one', 'news', doc(p('本报讯')), { 'deck.main': title })]);
    const told = (phase: Edition['phase']): number => phaseDiagnostics(shipped('N8', ['one'], { phase }), one).length;
    expect([told('opening'), told('during'), told('closing')]).toEqual(end === 'opening' ? [0, 1, 1] : [1, 1, 0]);
  });
});
