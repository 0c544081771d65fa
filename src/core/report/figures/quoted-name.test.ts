// Two articles that tell of one thing in their own words, and such as do not.
import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { conflictsOf } from './conflicts';
import { ledgerOf } from './ledger';

const told = (report: string, other: string): string[] => conflictsOf(ledgerOf(packageOf([article('a', 'report', doc(p(report))), article('b', 'editorial', doc(p(other)))]), null)).map(({ message }) => message);

it.each([
  ['五届三次会议以来，共收到提案312件，经审查立案268件。', '一年来，委员们提交提案321件。', ['“收到提案”一处写312件，另一处写321件']],
  ['经审查立案268件。', '审查立案286件，全部交办。', ['“立案”一处写268件，另一处写286件']],
  ['全年召开常委会会议6次、主席会议14次。', '举行常委会议5次、主席会议14次。', ['“召开常委会会议”一处写6次，另一处写5次']],
  ['提案办复率100%，满意率99.2%。', '提案办复率达98.5%。', ['“提案办复率”一处写100%，另一处写98.5%']],
  ['编发社情民意信息203条。全年共编发社情民意信息203条。', '报送社情民意信息230条。', ['“编报社情民意信息”一处写203条，另一处写230条']],
  ['收到提案312件，办结提案300件。', '本次大会收到提案150件。', []],
  ['提案办复率由97%提高到100%。', '提案办复率100%。', []],
  ['满意率98%。', '满意率96%。', []],
  ['协商议事室达到108个。', '协商议事室已有106个。', ['“协商议事室”一处写108个，另一处写106个']],
  ['新建协商议事室22个。', '协商议事室已有106个。', []],
  ['走访委员46名。', '走访委员64名。', ['“走访委员”一处写46名，另一处写64名']],
])('%s | %s', (report, other, expected) => expect(told(report, other)).toEqual(expected));
