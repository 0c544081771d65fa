// Heads as real papers set them, with invented places and names: CPPCC,
// people's congress, government, court. One row a head: its lines, what
// `outline` must say. Absent is null, never guessed (COMMANDS, fields of outline).
import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline';
import { recognise } from './recognise';

const BODY = ['一、2024年工作回顾', '一年来，我们坚持围绕中心、服务大局，各项工作取得新的进展，委员履职的积极性不断提高。', '二、2025年工作安排', '新的一年，我们要坚持问题导向，把各项任务落到实处。'];

interface Expected {
  readonly title: string;
  readonly occasion?: string;
  readonly date?: string;
  readonly dateText?: string;
  readonly speaker?: string;
  readonly salutation?: string;
}

const HEADS: readonly (readonly [string, readonly string[], Expected])[] = [
  ['CPPCC, everything on a line of its own', ['中国人民政治协商会议江州市第六届委员会常务委员会工作报告', '——在政协江州市第六届委员会第二次会议上', '（2025年1月7日）', '何田', '各位委员：'],
    { title: '中国人民政治协商会议江州市第六届委员会常务委员会工作报告', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田', salutation: '各位委员' }],
  ['title over three lines, the last spaced (W-01)', ['中国人民政治协商会议', '江州市第六届委员会常务委员会', '工 作 报 告', '——在政协江州市第六届委员会第二次会议上', '(2025年1月7日)', '何  田', '各位委员、同志们：'],
    { title: '中国人民政治协商会议江州市第六届委员会常务委员会工作报告', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田', salutation: '各位委员、同志们' }],
  ['the meeting in brackets without 在 and 上', ['政协江州市第六届委员会常务委员会工作报告', '（政协江州市第六届委员会第二次会议）', '何田', '2025年1月7日', '', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', occasion: '政协江州市第六届委员会第二次会议', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田', salutation: '各位委员' }],
  ['the same with its day, and how far the text is', ['中国人民政治协商会议江州市第六届委员会', '常务委员会工作报告', '（2025年1月7日政协江州市第六届委员会第二次会议）', '（讨论稿）', '江州市政协主席　何田', '', '各位委员：'],
    { title: '中国人民政治协商会议江州市第六届委员会常务委员会工作报告', occasion: '政协江州市第六届委员会第二次会议', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田', salutation: '各位委员' }],
  ['the number of the document over the title', ['云协发〔2025〕3号', '中国人民政治协商会议江州市第六届委员会', '常务委员会工作报告', '（2025 年 1 月 7 日）', '何田', '', '各位委员：'],
    { title: '中国人民政治协商会议江州市第六届委员会常务委员会工作报告', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田', salutation: '各位委员' }],
  ['how far the text is, behind the title', ['政协江州市第六届委员会常务委员会工作报告（征求意见稿）', '（2025年1月7日）', '何田', '', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田', salutation: '各位委员' }],
  ['届 before the place, no date, no speaker', ['中国人民政治协商会议第八届澄海县委员会常务委员会工作报告', '——在政协第八届澄海县委员会第四次会议上', '各位委员：'],
    { title: '中国人民政治协商会议第八届澄海县委员会常务委员会工作报告', occasion: '在政协第八届澄海县委员会第四次会议上', salutation: '各位委员' }],
  ['the date without a year inside the occasion (W-02)', ['政协江州市委员会常务委员会工作报告', '——在3月2日政协江州市第六届委员会第二次会议上', '市政协主席 何田', '各位委员：'],
    { title: '政协江州市委员会常务委员会工作报告', occasion: '在政协江州市第六届委员会第二次会议上', dateText: '3月2日', speaker: '何田', salutation: '各位委员' }],
  ['date before 在, 的报告 behind 上 (W-02)', ['中国人民政治协商会议江州市第六届委员会常务委员会工作报告', '——2024年12月22日在政协江州市第六届委员会第二次会议上的报告', '何田', '各位委员：'],
    { title: '中国人民政治协商会议江州市第六届委员会常务委员会工作报告', occasion: '在政协江州市第六届委员会第二次会议上', date: '2024-12-22', dateText: '2024年12月22日', speaker: '何田', salutation: '各位委员' }],
  ['all in brackets (W-02)', ['江州市人民代表大会常务委员会工作报告', '（2025年1月8日在江州市第十六届人民代表大会第四次会议上）', '市人大常委会主任 江平', '各位代表：'],
    { title: '江州市人民代表大会常务委员会工作报告', occasion: '在江州市第十六届人民代表大会第四次会议上', date: '2025-01-08', dateText: '2025年1月8日', speaker: '江平', salutation: '各位代表' }],
  ['meeting, date, office and name in one pair of brackets', ['云岭市人民政府工作报告', '（2026年1月13日在市七届人大五次会议上 市长 顾南乔）', '各位代表：'],
    { title: '云岭市人民政府工作报告', occasion: '在市七届人大五次会议上', date: '2026-01-13', dateText: '2026年1月13日', speaker: '顾南乔', salutation: '各位代表' }],
  ['主席团 in the salutation', ['政府工作报告', '——2025年1月8日在江州市第十六届人民代表大会第四次会议上的报告', '市长 于海', '主席团、各位代表：'],
    { title: '政府工作报告', occasion: '在江州市第十六届人民代表大会第四次会议上', date: '2025-01-08', dateText: '2025年1月8日', speaker: '于海', salutation: '主席团、各位代表' }],
  ['government, the dash made of two hyphens, speaker in brackets', ['政府工作报告', '--2025年1月8日在江州市第十六届人民代表大会第四次会议上', '（市长 于海）', '各位代表：'],
    { title: '政府工作报告', occasion: '在江州市第十六届人民代表大会第四次会议上', date: '2025-01-08', dateText: '2025年1月8日', speaker: '于海', salutation: '各位代表' }],
  ['government, spaced title, date in Han', ['政 府 工 作 报 告', '——在江州市第十六届人民代表大会第四次会议上', '二〇二五年一月八日', '江州市人民政府市长　于　海', '各位代表：'],
    { title: '政府工作报告', occasion: '在江州市第十六届人民代表大会第四次会议上', date: '2025-01-08', dateText: '二〇二五年一月八日', speaker: '于海', salutation: '各位代表' }],
  ['occasion over two lines', ['江州市中级人民法院工作报告', '——在江州市第十六届人民代表大会', '第四次会议上', '（2025年1月9日）', '江州市中级人民法院院长 唐遥', '各位代表：'],
    { title: '江州市中级人民法院工作报告', occasion: '在江州市第十六届人民代表大会第四次会议上', date: '2025-01-09', dateText: '2025年1月9日', speaker: '唐遥', salutation: '各位代表' }],
  ['speaker over two lines, before the date', ['关于政协江州市第六届委员会第一次会议以来提案工作情况的报告', '——在政协江州市第六届委员会第二次会议上', '江州市政协副主席', '欧阳明月', '（2025年1月7日）', '各位委员：'],
    { title: '关于政协江州市第六届委员会第一次会议以来提案工作情况的报告', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '2025年1月7日', speaker: '欧阳明月', salutation: '各位委员' }],
  ['date and speaker on one line', ['中国人民政治协商会议江州市第六届委员会常务委员会工作报告', '——在政协江州市第六届委员会第二次会议上', '（2025年1月7日）　何田', '各位委员：'],
    { title: '中国人民政治协商会议江州市第六届委员会常务委员会工作报告', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田', salutation: '各位委员' }],
  ['title broken in two, occasion without a dash', ['中国人民政治协商会议江州市第六届委员会', '常务委员会工作报告', '在政协江州市第六届委员会第二次会议上', '2025年1月7日', '报告人：何田', '各位委员：'],
    { title: '中国人民政治协商会议江州市第六届委员会常务委员会工作报告', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田', salutation: '各位委员' }],
  ['full-width digits in the date, a name of four characters', ['关于江州市２０２４年国民经济和社会发展计划执行情况与２０２５年计划草案的报告', '——２０２５年１月８日在江州市第十六届人民代表大会第四次会议上', '江州市发展和改革委员会主任 慕容秋水', '各位代表：'],
    { title: '关于江州市2024年国民经济和社会发展计划执行情况与2025年计划草案的报告', occasion: '在江州市第十六届人民代表大会第四次会议上', date: '2025-01-08', dateText: '2025年1月8日', speaker: '慕容秋水', salutation: '各位代表' }],
  ['a wire prefix before the title', ['（受权发布）政府工作报告', '——2025年1月8日在江州市第十六届人民代表大会第四次会议上', '江州市市长 于海', '各位代表：'],
    { title: '政府工作报告', occasion: '在江州市第十六届人民代表大会第四次会议上', date: '2025-01-08', dateText: '2025年1月8日', speaker: '于海', salutation: '各位代表' }],
  ['a wire’s day and place before the title', ['新华社江州1月8日电  政府工作报告', '——2025年1月8日在江州市第十六届人民代表大会第四次会议上', '江州市市长 于海', '各位代表：'],
    { title: '政府工作报告', occasion: '在江州市第十六届人民代表大会第四次会议上', date: '2025-01-08', dateText: '2025年1月8日', speaker: '于海', salutation: '各位代表' }],
  ['a wire’s day and reporter on a line of their own', ['新华社江州1月8日电（记者 江一帆）', '政府工作报告', '——2025年1月8日在江州市第十六届人民代表大会第四次会议上', '江州市市长 于海', '各位代表：'],
    { title: '政府工作报告', occasion: '在江州市第十六届人民代表大会第四次会议上', date: '2025-01-08', dateText: '2025年1月8日', speaker: '于海', salutation: '各位代表' }],
  ['a paper’s 讯, a site’s column and a site’s name around the title', ['【两会专题】政府工作报告-江州市人民政府网', '——2025年1月8日在江州市第十六届人民代表大会第四次会议上', '江州市市长 于海', '各位代表：'],
    { title: '政府工作报告', occasion: '在江州市第十六届人民代表大会第四次会议上', date: '2025-01-08', dateText: '2025年1月8日', speaker: '于海', salutation: '各位代表' }],
  ['office, name and date on one line under the title', ['政协江州市第六届委员会常务委员会工作报告', '中国人民政治协商会议江州市委员会副主席 何田 （2025年1月7日）', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田', salutation: '各位委员' }],
  ['the words of a cover', ['政协江州市第六届委员会第二次会议文件（一）', '会后收回', '政协江州市第六届委员会常务委员会工作报告', '（2025年1月7日）', '何田', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田', salutation: '各位委员' }],
  ['an opening address', ['在政协江州市第六届委员会第二次会议上的开幕词', '（2025年1月7日）', '何田', '各位委员、同志们、朋友们：'],
    { title: '在政协江州市第六届委员会第二次会议上的开幕词', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田', salutation: '各位委员、同志们、朋友们' }],
  ['a title and nothing more', ['江州市人民检察院工作报告'],
    { title: '江州市人民检察院工作报告' }],
  ['a bureau in the speaker’s place', ['关于云岭新区2025年国民经济和社会发展计划', '执行情况与2026年国民经济和社会发展计划', '草案的报告', '——2026年2月9日在云岭新区第三届人民代表大会第六次会议上', '云岭新区发展和改革局', '各位代表：'],
    { title: '关于云岭新区2025年国民经济和社会发展计划执行情况与2026年国民经济和社会发展计划草案的报告', occasion: '在云岭新区第三届人民代表大会第六次会议上', date: '2026-02-09', dateText: '2026年2月9日', salutation: '各位代表' }],
  ['a court in the speaker’s place', ['云岭区人民法院工作报告', '（2026年1月16日在云岭区第八届人民代表大会第一次会议上）', '云岭区人民法院', '各位代表：'],
    { title: '云岭区人民法院工作报告', occasion: '在云岭区第八届人民代表大会第一次会议上', date: '2026-01-16', dateText: '2026年1月16日', salutation: '各位代表' }],
  ['how much of the text is here, under the title; the office with a colon', ['政府工作报告', '（摘要）', '（2026年1月6日）', '区长：何田', '各位代表：'],
    { title: '政府工作报告（摘要）', date: '2026-01-06', dateText: '2026年1月6日', speaker: '何田', salutation: '各位代表' }],
  ['who she is, in brackets behind her name', ['政协江州市第六届委员会常务委员会工作报告', '——在政协江州市第六届委员会第二次会议上', '（2025年1月7日）', '主席 何田（女）', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', salutation: '各位委员', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田' }],
  ['two things in brackets behind a name alone', ['政协江州市第六届委员会常务委员会工作报告', '——在政协江州市第六届委员会第二次会议上', '（2025年1月7日）', '何田（女，满族）', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', salutation: '各位委员', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田' }],
  ['the day with its label', ['政协江州市第六届委员会常务委员会工作报告', '——在政协江州市第六届委员会第二次会议上', '报告人：何田', '时间：2025年1月7日', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', salutation: '各位委员', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田' }],
  ['labels of both under the title, one with blanks', ['政协江州市第六届委员会常务委员会工作报告', '报告时间：2025年1月7日（星期二）', '报 告 人：何田', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', salutation: '各位委员', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田' }],
  ['labels without colons', ['政协江州市第六届委员会常务委员会工作报告', '——在政协江州市第六届委员会第二次会议上', '报告人 何田', '时间 2025年1月7日', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', salutation: '各位委员', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田' }],
  ['元月', ['政协江州市第六届委员会常务委员会工作报告', '——在政协江州市第六届委员会第二次会议上', '2025年元月7日', '何田', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', salutation: '各位委员', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '2025年元月7日', speaker: '何田' }],
  ['元月 in Han', ['政协江州市第六届委员会常务委员会工作报告', '——在政协江州市第六届委员会第二次会议上', '二〇二五年元月七日', '主席　何田', '副主席　罗　成', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', salutation: '各位委员', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '二〇二五年元月七日', speaker: '何田' }],
  ['a dash before the day', ['政协江州市第六届委员会常务委员会工作报告', '——2025年1月7日', '何田', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', salutation: '各位委员', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田' }],
  ['day and place on a line', ['政协江州市第六届委员会常务委员会工作报告', '——在政协江州市第六届委员会第二次会议上', '2025年1月7日　江州会堂', '何田', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', salutation: '各位委员', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田' }],
  ['how it was passed, its day left out', ['政协江州市第六届委员会常务委员会工作报告', '（2025年1月7日在政协江州市第六届委员会第二次会议上）', '何田', '（经政协江州市第六届委员会常务委员会第二十次会议审议通过）', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', salutation: '各位委员', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田' }],
  ['an annex’s number over the title', ['附件1：', '政协江州市第六届委员会常务委员会工作报告', '——在政协江州市第六届委员会第二次会议上', '（2025年1月7日）', '何田', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', salutation: '各位委员', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田' }],
  ['a paper’s number in its set and its secrecy over the title', ['会议文件（二）', '秘密★1年', '政协江州市第六届委员会常务委员会工作报告', '——在政协江州市第六届委员会第二次会议上', '（2025年1月7日）', '何田', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', salutation: '各位委员', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田' }],
  ['a paper for the house, with its own number', ['内部资料，注意保存', '编号：0023', '政协江州市第六届委员会常务委员会工作报告', '（2025年1月7日）', '何田', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', salutation: '各位委员', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田' }],
  ['who speaks, before the title with a colon', ['何田：政协江州市第六届委员会常务委员会工作报告', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', salutation: '各位委员', speaker: '何田' }],
  ['a site’s own headline over the report’s name', ['江州市政协常委会报告工作', '2025-01-08 08:15 来源：江州日报 字号：大 中 小', '政协江州市第六届委员会常务委员会工作报告', '——2025年1月7日在政协江州市第六届委员会第二次会议上', '何田', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', salutation: '各位委员', occasion: '在政协江州市第六届委员会第二次会议上', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田' }],
  ['a theme over the report’s name, how much of it is here', ['凝心聚力 共绘蓝图', '——政协江州市第六届委员会常务委员会工作报告（摘要）', '报告人：何田', '时间：2025年1月7日', '各位委员：'],
    { title: '凝心聚力共绘蓝图', salutation: '各位委员', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田' }],
  ['a dash before the name; 同志 behind one', ['政协江州市第六届委员会常务委员会工作报告', '——何田同志', '（2025年1月7日）', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田', salutation: '各位委员' }],
  ['name and day in one pair of brackets', ['政协江州市第六届委员会常务委员会工作报告', '（何　田　2025年1月7日）', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田', salutation: '各位委员' }],
  ['which draft it is, and when it was read', ['政协江州市第六届委员会常务委员会工作报告', '（征求意见第三稿）', '（2025年1月7日经政协江州市第六届委员会第二次会议审议）', '何田', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田', salutation: '各位委员' }],
  ['a word in square brackets over the title', ['[政协工作报告]', '政协江州市第六届委员会常务委员会工作报告', '（2025年1月7日）', '何田', '各位委员：'],
    { title: '政协江州市第六届委员会常务委员会工作报告', date: '2025-01-07', dateText: '2025年1月7日', speaker: '何田', salutation: '各位委员' }],
  ['an impossible day is no date', ['政府工作报告', '——在江州市第十六届人民代表大会第四次会议上', '（2025年2月30日）', '于海', '各位代表：'],
    { title: '政府工作报告', occasion: '在江州市第十六届人民代表大会第四次会议上', dateText: '2025年2月30日', speaker: '于海', salutation: '各位代表' }],
];

describe('the head of a report: title, occasion, date, speaker, salutation; what is absent is null', () => {
  for (const between of ['\n', '\n\n', '\r\n　　']) {
    it.each(HEADS)(`%s (lines apart by ${JSON.stringify(between)})`, (_name, lines, expected) => {
      const { articles } = outlineOf(recognise([...lines, ...BODY].join(between)));
      expect(articles).toHaveLength(1);
      const { title, occasion, date, dateText, speaker, salutation } = articles[0] as (typeof articles)[number];
      expect({ title, occasion, date, dateText, speaker, salutation }).toEqual({ occasion: null, date: null, dateText: null, speaker: null, salutation: null, ...expected });
    });
  }

  it.each(HEADS)('%s: the headings below are the two of the body', (_name, lines) => {
    const headings = outlineOf(recognise([...lines, ...BODY].join('\n'))).articles[0]?.headings;
    expect(headings?.map(({ level, number, text }) => [level, number, text])).toEqual([[1, '一', '2024年工作回顾'], [1, '二', '2025年工作安排']]);
  });

  it('a salutation in one line with the first paragraph is parted from it', () => {
    const { articles } = outlineOf(recognise(['政府工作报告', '——在江州市第十六届人民代表大会第四次会议上', '各位代表：现在，我代表市人民政府，向大会报告工作，请予审议。', ...BODY].join('\n')));
    expect(articles[0]?.salutation).toBe('各位代表');
    expect(recognise('政府工作报告\n各位代表：现在，我代表市人民政府，向大会报告工作。').articles[0]?.blocks[0]?.text).toBe('现在，我代表市人民政府，向大会报告工作。');
  });
});
