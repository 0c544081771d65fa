// What is taken for furniture of a Word file, and what is not.
import { describe, expect, it } from 'vitest';
import { docxOf, wp } from '../../../test/docx-file';
import { readDocx } from './document';
import { furnitureOf } from './front-matter';

const CENTRE = '<w:jc w:val="center"/>';
const BREAK = '<w:pageBreakBefore/>';
const RED = '<w:color w:val="FF0000"/><w:sz w:val="72"/>';
const BODY = '一年来，在中共云岭市委坚强领导下，市政协常委会认真履行职能，各项工作取得新的成效。';

const furniture = (body: string): string[] => {
  const { paragraphs } = readDocx(docxOf(body));
  return [...furnitureOf(paragraphs)].map(([i, what]) => `${what} ${paragraphs[i]!.text}`);
};

describe('furniture of a Word file', () => {
  it.each<[string, string, readonly string[]]>([
    ['a cover that says the title once more', wp('会议文件') + wp('市政协常委会工作报告', CENTRE) + wp('市政协常委会工作报告', BREAK) + wp(BODY), ['封面 会议文件', '封面 市政协常委会工作报告']],
    ['a first page that is no cover: its words do not come again', wp('会议通知', CENTRE) + wp('请按时出席', CENTRE) + wp('市政协常委会工作报告', BREAK) + wp(BODY), []],
    ['a first page with a paragraph of text', wp('市政协常委会工作报告') + wp(BODY) + wp('市政协常委会工作报告', BREAK), []],
    ['a red head with its marks, number and 版记', wp('000012') + wp('机密★1年') + wp('云岭市政协文件', CENTRE, RED) + wp('云政协发〔2026〕3号', CENTRE) + wp('关于召开会议的通知', CENTRE) + wp(BODY) + wp('抄送：市委办公室。') + wp('市政协办公室　2026年1月2日印发'),
      ['公文版头 000012', '公文版头 机密★1年', '公文版头 云岭市政协文件', '公文版头 云政协发〔2026〕3号', '公文版记 抄送：市委办公室。', '公文版记 市政协办公室　2026年1月2日印发']],
    ['a number in brackets without a red head stays text', wp('云政协发〔2026〕3号', CENTRE) + wp('关于召开会议的通知', CENTRE) + wp(BODY), []],
    ['red words in the text are no red head', wp('市政协常委会工作报告', CENTRE) + wp(BODY, '', '<w:color w:val="FF0000"/>'), []],
    ['contents typed by hand', wp('目　录', CENTRE) + wp('一、工作回顾……1') + wp('二、工作安排\t7') + wp('一、工作回顾') + wp(BODY), ['目录 目　录', '目录 一、工作回顾……1', '目录 二、工作安排\t7']],
    ['目录 in a sentence is text', wp('现将目录公布如下。') + wp('一、工作回顾1') + wp(BODY), []],
  ])('%s', (_, body, expected) => {
    expect(furniture(body)).toEqual(expected);
  });
});
