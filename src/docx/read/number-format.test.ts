// Numbers as Word writes them, by the names of their formats (ECMA-376 17.18.59).
import { expect, it } from 'vitest';
import { formatNumber } from './number-format';

it.each<[string, readonly (readonly [number, string])[]]>([
  ['chineseCounting', [[1, '一'], [10, '十'], [11, '十一'], [20, '二十'], [21, '二十一']]],
  ['chineseCountingThousand', [[1, '一'], [105, '一百零五'], [12, '十二']]],
  ['ideographDigital', [[1, '一'], [9, '九'], [12, '十二']]],
  ['taiwaneseDigital', [[10, '一〇']]],
  ['ideographTraditional', [[1, '甲'], [10, '癸'], [11, '11']]],
  ['ideographZodiac', [[1, '子'], [12, '亥']]],
  ['ideographZodiacTraditional', [[1, '甲子'], [60, '癸亥']]],
  ['chineseLegalSimplified', [[1, '壹'], [10, '壹拾'], [25, '贰拾伍']]],
  ['decimal', [[1, '1'], [12, '12']]],
  ['decimalFullWidth', [[1, '１'], [12, '１２']]],
  ['decimalZero', [[3, '03'], [10, '10']]],
  ['decimalEnclosedCircle', [[1, '①'], [20, '⑳'], [21, '㉑'], [36, '㊱'], [51, '51']]],
  ['decimalEnclosedCircleChinese', [[2, '②']]],
  ['decimalEnclosedParen', [[1, '⑴'], [20, '⒇']]],
  ['decimalEnclosedFullstop', [[1, '⒈']]],
  ['ideographEnclosedCircle', [[1, '㊀'], [10, '㊉']]],
  ['upperLetter', [[1, 'A'], [26, 'Z'], [27, 'AA']]],
  ['lowerLetter', [[2, 'b'], [28, 'bb']]],
  ['upperRoman', [[4, 'IV'], [1994, 'MCMXCIV']]],
  ['lowerRoman', [[9, 'ix']]],
  ['none', [[1, '']]],
  ['a format of tomorrow', [[7, '7']]],
])('%s', (format, cases) => {
  expect(cases.map(([n]) => formatNumber(n, format))).toEqual(cases.map(([, text]) => text));
});
