import { describe, expect, it } from 'vitest';
import { doc, p } from '../../../test/build';
import { recognise, toPackage } from '../import/index';
import type { Meeting, Package } from '../model/package';
import { leftoverDiagnostics, Leftovers, leftoversIn } from './leftovers';
import { applyRoll } from './roll/apply-roll';
import { planRoll } from './roll/plan-roll';

const LONG = '坚持把学习放在首位，健全党组中心组带学、专题培训导学、委员沙龙促学的长效机制和考核办法。';
const LAST = ['政协松岭市委员会常务委员会工作报告', '——在政协松岭市第六届委员会第二次会议上', '（2025年1月8日）', '周行远', '', '各位委员：', '我受委托向大会报告工作，请予审议。', '', '一、2024年工作总结', `2024年3月，平台上线。${LONG}`, '二、2025年工作安排', '落实市委八届五次全会精神，抓好落实。'];
const pkg = (lines: readonly string[]): Package => toPackage(recognise(lines.join('\n')), { id: 'p', name: 'p' });
const drafted = (meeting: Partial<Meeting> = { opens: '2026-01-12' }, refuse: (kind: string) => boolean = () => false): Package => {
  const plan = planRoll(pkg(LAST), { kind: 'next', meeting });
  return applyRoll(plan, { refused: new Set(plan.items.filter(({ kind }) => refuse(kind)).map(({ id }) => id)), id: 'n', name: 'n', today: '2025-11-26' });
};
/** An edition with nothing of its own. */
const plain = (articles: readonly string[]) => ({ articles, name: '报纸', date: null, paper: null, booklet: null });
const codes = (made: Package): string[] => leftoverDiagnostics(made).map(({ code, severity }) => `${severity} ${code}`);

describe('last year’s leftovers', () => {
  it('a draft whose changes were all taken has only what a person must judge', () => {
    expect(codes(drafted())).toEqual(['warning leftover-year', 'warning leftover-plenary']);
  });

  it('an old year in a heading, an old session in the head', () => {
    const made = drafted(undefined, (kind) => kind === 'year' || kind === 'session');
    expect(codes(made)).toEqual(expect.arrayContaining(['error leftover-year', 'error leftover-session']));
    expect(leftoverDiagnostics(made).find(({ code }) => code === 'leftover-session')?.message).toBe('“第六届委员会第二次会议”不是这次会议');
  });

  it('a month of last year that was put back, and 今年 of a report that looks back', () => {
    const made = drafted();
    const told = (words: string, opens = '2026-01-12'): string[] => {
      const [first] = made.articles;
      const blocks = first!.doc.children.flatMap((block, index) => (index === first!.doc.childCount - 2 ? [block] : block.textContent.includes('平台上线') ? [block, p(words)] : [block]));
      return leftoverDiagnostics({ ...made, meeting: { ...made.meeting, opens }, articles: [{ ...first!, doc: doc(...blocks) }] }).filter(({ at }) => at !== null && 'excerpt' in at && words.includes(at.excerpt)).map(({ code, message }) => `${code} ${message}`);
    };
    expect(told('今年11月开展视察，今年以来活动增多。')).toEqual(['leftover-year 会议在2026年1月开，回顾里的“今年11月”说的应是2025年', 'leftover-year 会议在2026年1月开，回顾里的“今年以来”说的应是2025年']);
    expect(told('去年11月开展视察。')).toEqual([]);
    expect(told('去年11月开展视察，比去年全年增加。', '2025-12-20')).toEqual(['leftover-year 会议在2025年12月开，回顾的是今年，“去年11月”说的是2024年']);
    expect(told('今年11月开展视察。', '2025-12-20')).toEqual([]);
  });

  describe('a record that says 六届三次, a text that says another session', () => {
    const made = drafted();
    /** Typed behind the review's paragraph, or behind the plan's. */
    const told = (words: string, stage: string | null = made.stage, part: 'review' | 'plan' = 'review'): string[] => {
      const [first] = made.articles;
      const index = first!.doc.children.findIndex((block) => block.textContent.includes(part === 'review' ? '平台上线' : '抓好落实')) + 1;
      const blocks = first!.doc.children.toSpliced(index, 0, p(words));
      return leftoverDiagnostics({ ...made, stage, articles: [{ ...first!, doc: doc(...blocks) }] }).filter(({ at, code }) => code.startsWith('leftover') && at !== null && 'block' in at && at.block === index).map(({ severity, message }) => `${severity} ${message}`);
    };

    it.each([
      ['认真落实六届一次会议确定的任务。', ['warning “六届一次会议”不是上一次会议，也不是这次会议']],
      ['政协第六届委员会第二次会议今天隆重开幕。', ['error “第六届委员会第二次会议”不是这次会议']],
      ['五届四次会议以来，共收到提案若干。', ['warning “五届四次会议以来”不是从上一次会议算起']],
      ['五届三次会议上有委员提出意见。', ['warning “五届三次会议”是更早的一次会议']],
      ['以优异成绩迎接六届四次会议的召开。', []],
      ['要为六届四次会议打好基础。', []],
      ['把这件事提到六届四次会议再议。', ['warning “六届四次会议”在会议信息里的这次会议之后']],
      ['市政协六届四次会议期间办理提案。', ['error “六届四次会议”在会议信息里的这次会议之后']],
      ['六届二次会议以来，六届一次会议以来，完成六届二次会议确定的任务，六届一次会议首次提出。', []],
      ['五届一次会议首次确立的制度延续至今。', []],
      ['在五届市政协打下的基础上，五届市政协履职尽责。', []],
      ['五届市政协履职尽责。', ['warning “五届”与会议信息不合']],
    ])('%s', (words, expected) => expect(told(words)).toEqual(expected));

    it('stands against a 大会稿', () => expect(told('五届四次会议以来，共收到提案若干。', '大会稿')).toEqual(['error “五届四次会议以来”不是从上一次会议算起']));
    it('what is to be done is what this meeting decides', () => expect(['认真落实六届二次会议精神。', '认真落实六届三次会议精神。'].flatMap((words) => told(words, null, 'plan'))).toEqual(['warning “六届二次会议”是上一次会议，安排里要落实的是这次会议']));

    it('the next meeting of last year is this one', () => expect(['以优异成绩迎接六届三次会议召开。', '开好六届三次会议。'].flatMap((words) => told(words, null, 'plan'))).toEqual(['warning “六届三次会议”是这次会议，不是下一次']));

    it.each<readonly [string, 'review' | 'plan', readonly string[]]>([
      ['一年来，2024年各项任务圆满完成。', 'review', ['warning 回顾的是2025年，这里写的是2024年']],
      ['2024年6月召开座谈会。', 'review', ['warning 回顾的是2025年，这里写的是2024年']],
      ['截至2024年底全部办结。', 'review', ['warning 回顾的是2025年，这里写的是2024年']],
      ['去年，在2023年召开的会议上，去年（2025年）成绩显著。', 'review', ['warning “去年”与“2023年”对不上：会议在2026年的说法里，去年是2025年']],
      ['比2024年增长，2024年启动的工程竣工，自2024年以来持续推进，2025年全面完成。', 'review', []],
      ['2025年工作的总体要求是：守正创新。', 'plan', ['error “2025年”是总结的一年，安排写的是2026年']],
      ['在2025年工作基础上再上台阶。', 'plan', []],
      ['健全制度，2025年要开展视察6次。', 'plan', ['warning 安排的是2026年，这里写的是2025年']],
      ['听取和审议2024年度决算报告、2024年国有资产管理情况的报告。', 'review', []],
      ['2026年是“十四五”规划收官之年，今年是“十五五”规划的开局之年。', 'plan', ['warning “十四五”规划收官之年是2025年，这里说的是2026年']],
      ['2025年是“十四五”规划收官之年，为“十五五”规划开局打下基础。', 'review', []],
    ])('%s in the %s', (words, part, expected) => expect(told(words, null, part)).toEqual(expected));

    it('in December 今年 is the year that is looked back on', () => {
      const december = { ...made, meeting: { ...made.meeting, opens: '2025-12-20' } };
      const [first] = december.articles;
      const codes = (words: string): string[] => leftoverDiagnostics({ ...december, articles: [{ ...first!, doc: doc(...first!.doc.children, p(words)) }] }).filter(({ at }) => at !== null && 'excerpt' in at && words.includes(at.excerpt)).map(({ message }) => message);
      expect(codes('今年（2025年）履职有力，明年（2026年）再接再厉。')).toEqual([]);
      expect(codes('今年（2026年）履职有力。')).toEqual(['“今年”与“2026年”对不上：会议在2025年的说法里，今年是2025年']);
    });
  });

  it('the meeting after a fifth is asked about once: in the dialog, or here', () => {
    const last = pkg([LAST[0]!, '——在政协松岭市第六届委员会第四次会议上', ...LAST.slice(2), '要团结一心，以优异成绩迎接六届五次会议的召开。']);
    const plan = planRoll(last, { kind: 'next', meeting: { opens: '2026-01-12' } });
    const next = (refused: readonly string[]): string[] => leftoverDiagnostics(applyRoll(plan, { refused: new Set(refused), id: 'n', name: 'n', today: '2025-11-26' })).filter(({ code }) => code === 'leftover-session').map(({ severity, message }) => `${severity} ${message}`);
    expect(next([])).toEqual(['warning “六届六次会议”：这次是第五次会议，下一次是否换届']);
    expect(next(plan.items.filter(({ group }) => group === 'review').map(({ id }) => id))).toEqual([]);
  });

  it('an editorial and a story tell of what was carried out since, as roll-forward writes it', () => {
    const [first] = drafted().articles;
    const told = (kind: 'news' | 'editorial', words: string, stage: string | null = '工作稿第1稿'): string[] => leftoverDiagnostics({ ...drafted(), stage, articles: [{ ...first!, id: 's', kind, fields: { ...first!.fields, 'head.occasion': null, 'head.date': null }, doc: doc(p(words)) }] }).filter(({ code }) => code === 'leftover-session').map(({ severity, message }) => `${severity} ${message}`);
    expect(told('news', '会议指出，一年来，常委会全面完成六届二次会议确定的任务。')).toEqual([]);
    expect(told('editorial', '常委会圆满完成六届二次会议确定的任务。')).toEqual(['warning “六届二次会议”不是这次会议']);
    expect(told('editorial', '常委会圆满完成六届二次会议确定的任务。', '征求意见稿')).toEqual(['error “六届二次会议”不是这次会议']);
    expect(told('news', '政协松岭市第六届委员会第二次会议在会议中心开幕。')).toEqual(['error “第六届委员会第二次会议”不是这次会议']);
  });

  it('the day of last year’s meeting under a title and in a story; a report may tell of it', () => {
    const made = drafted({ opens: '2026-01-12' }, (kind) => kind === 'date');
    const days = (pkg: Package): string[] => leftoverDiagnostics(pkg).filter(({ message }) => message.includes('去年会议')).map(({ severity, message }) => `${severity} ${message}`);
    expect(days(made)).toEqual(['error “2025年1月8日”是去年会议的日期']);
    expect(days(drafted())).toEqual([]);
    const [first] = drafted().articles;
    const story = (words: string, kind: 'news' | 'report'): Package => ({ ...drafted(), articles: [{ ...first!, id: 's', kind, fields: { ...first!.fields, 'head.date': null }, doc: doc(p(words)) }] });
    expect(days(story('1月8日上午，会议开幕。1月12日，分组讨论。', 'news'))).toEqual(['warning “1月8日”是去年会议的日期']);
    expect(days(story('2025年1月8日召开全体会议。', 'report'))).toEqual([]);
  });

  it('a title that counts from another session than the one before', () => {
    const [first] = drafted().articles;
    const titled = (words: string): Package => ({ ...drafted(), articles: [{ ...first!, fields: { ...first!.fields, 'deck.main': doc(p(words)) } }] });
    const told = (words: string): string[] => leftoverDiagnostics(titled(words)).filter(({ code, at }) => code === 'leftover-session' && at !== null && 'field' in at && at.field === 'deck.main').map(({ message }) => message);
    expect(told('关于六届二次会议以来提案工作情况的报告')).toEqual([]);
    expect(told('关于五届四次会议以来提案工作情况的报告')).toEqual(['“五届四次会议以来”不是从上一次会议算起']);
    expect(told('在政协松岭市第六届委员会第二次会议上的工作报告')).toEqual(['“第六届委员会第二次会议”不是这次会议']);
  });

  it('an old year of a draft without a day: its years are those after last year’s', () => {
    const made = drafted({}, (kind) => kind === 'year');
    expect(leftoverDiagnostics(made).filter(({ code, severity }) => code === 'leftover-year' && severity === 'error').map(({ message }) => message)).toEqual(['“2024年”不是总结年（2025年）也不是安排年（2026年）', '“2025年”是总结的一年，安排写的是2026年']);
    expect(leftoverDiagnostics(drafted({})).filter(({ code, severity }) => code === 'leftover-year' && severity === 'error')).toEqual([]);
  });

  it('what was judged in the dialog is settled, until it is written once more', () => {
    const made = drafted({ opens: '2026-01-12' }, (kind) => kind === 'plenary' || kind === 'year');
    const plenaries = (pkg: Package): number => leftoverDiagnostics(pkg).filter(({ code }) => code === 'leftover-plenary').length;
    expect(plenaries(made)).toBe(0);
    expect(plenaries(drafted())).toBe(1);
    const [first] = made.articles;
    const also = (words: string): Package => ({ ...made, articles: [{ ...first!, doc: doc(...first!.doc.children, p(words)) }] });
    expect(plenaries(also('认真学习市委八届五次全会精神。'))).toBe(1);
    // The same sentence a second time: neither tells which was judged.
    expect(plenaries(also('落实市委八届五次全会精神，抓好落实。'))).toBe(2);
  });

  it('the name of last year’s speaker where the record has another', () => {
    const made = drafted({ opens: '2026-01-12', speaker: '林晚' }, () => true);
    expect(codes(made)).toContain('error leftover-name');
  });

  describe('names that are others’ now', () => {
    const last = pkg([...LAST.slice(0, 9), `${LAST[9]!}市委书记李明、市长王建国分别批示，副主席苏望带队。`, ...LAST.slice(10)]);
    const made = applyRoll(planRoll(last, { kind: 'next', meeting: { opens: '2026-01-12', speaker: '林晚' } }), { refused: new Set(), id: 'n', name: 'n', today: '2025-11-26' });
    const withStory = (...words: readonly string[]): Package => ({ ...made, articles: [...made.articles, { ...made.articles[0]!, id: 'story', kind: 'news', fields: { ...made.articles[0]!.fields, 'head.speaker': null }, doc: doc(...words.map((one) => p(one))) }] });
    const names = (of: Package): string[] => leftoverDiagnostics(of).filter(({ code, at }) => code === 'leftover-name' && at !== null && 'article' in at && at.article === 'story').map(({ severity, message }) => `${severity} ${message}`);

    it('each place of last year’s speaker in any article, letters apart or not', () => {
      expect(names(withStory('周行远主持会议。', '会上，周　行远作报告，周行远同志讲话。'))).toEqual(Array<string>(3).fill('error “周行远”是去年的报告人或主持人，今年的会议信息里是别人'));
      expect(names(withStory('林晚主持会议。'))).toEqual([]);
    });

    it('who held an office that another holds in the text of now; of an office of several nobody', () => {
      expect(names(withStory('市委书记周正到会，李明讲话。', '李明书记、市委书记李明指出。'))).toEqual([
        'warning “李明”是去年文稿里的市委书记，现在的文稿里市委书记已写作周正', 'warning “李明”是去年文稿里的市委书记，现在的文稿里市委书记已写作周正', 'warning “李明”是去年文稿里的市委书记，现在的文稿里市委书记已写作周正',
      ]);
      expect(names(withStory('副主席沈清带队，市长王建国讲话。'))).toEqual(['info “市长王建国”与去年的文稿相同']);
    });

    it('in the words around a page', () => {
      const paper = { name: '松岭政协', issue: null, publisher: null, registration: null, editors: [{ role: '责任编辑', name: '周　行远' }], contact: null, firstPage: 1, pageNames: ['要闻'], jump: { forward: '', back: '', numerals: 'digits' as const } };
      expect(leftoversIn(made, { ...plain([]), paper }).map(({ code, message }) => `${code} ${message}`)).toEqual(['leftover-name 版式“报纸”的责任编辑里的“周行远”是去年的报告人或主持人，今年的会议信息里是别人']);
    });
  });

  it('今年 with another year', () => {
    const made = pkg([...LAST.slice(0, 9), '今年（2024年）市政协履职有力。', ...LAST.slice(10)]);
    expect(codes(made)).toContain('warning leftover-year');
  });

  it('sentences carried over whole, one finding each from 征求意见稿 on', () => {
    expect(codes({ ...drafted(), stage: '征求意见稿' })).toContain('info sentence-carried');
    expect(codes({ ...drafted(), stage: '工作稿第2稿' })).not.toContain('info sentence-carried');
  });

  it('a sentence pasted from last year’s text with its figures, in every stage', () => {
    const figures = '全年召开协商会议26次，形成调研报告18篇。';
    const last = [...LAST.slice(0, 10), figures, ...LAST.slice(10)];
    const plan = planRoll(pkg(last), { kind: 'next', meeting: { opens: '2026-01-12' } });
    const made = applyRoll(plan, { refused: new Set(), id: 'n', name: 'n', today: '2025-11-26' });
    expect(codes(made)).not.toContain('warning sentence-carried');
    // Somebody copies the paragraph out of 去年对照 behind the one that was emptied.
    const [report] = made.articles;
    const pasted = { ...made, articles: [{ ...report!, doc: report!.doc.copy(report!.doc.content.append(doc(p(figures)).content)) }] };
    expect(leftoverDiagnostics(pasted).filter(({ code }) => code === 'sentence-carried')).toMatchObject([{ severity: 'warning', message: '这句话连同数字与去年一字不差', at: { excerpt: figures } }]);
    expect(codes({ ...pasted, stage: '征求意见稿' })).toContain('warning sentence-carried');
  });

  it('a first report, with no last year beside it, has none', () => expect(codes(pkg(LAST))).toEqual([]));

  it('says nothing of what the user ignores', () => {
    const made = drafted();
    const ignored = [{ code: 'leftover-plenary', quote: '市委八届五次全会' }];
    expect(codes({ ...made, ignored })).toEqual(['warning leftover-year']);
  });

  it('an export tells those of its articles, and none where no last year’s text is kept', () => {
    const made = drafted();
    expect(leftoversIn(made, plain(made.articles.map(({ id }) => id)))).toEqual(leftoverDiagnostics(made));
    expect(leftoversIn(made, plain([]))).toEqual([]);
    expect(leftoversIn({ ...made, versions: [] }, plain(made.articles.map(({ id }) => id)))).toEqual([]);
  });

  it('a report on five years tells of each of them', () => {
    const made = { ...drafted(), meeting: { ...drafted().meeting, term: 7, reportTerm: 6, session: 1 } };
    const [first] = made.articles;
    const index = first!.doc.children.findIndex((block) => block.textContent.includes('平台上线')) + 1;
    const words = '2024年召开座谈会，六届三次会议确定的任务全部完成，六届一次会议以来收到提案。';
    const told = leftoverDiagnostics({ ...made, articles: [{ ...first!, doc: doc(...first!.doc.children.toSpliced(index, 0, p(words))) }] });
    expect(told.filter(({ at }) => at !== null && 'block' in at && at.block === index)).toEqual([]);
  });

  it('furniture of a draft without a day', () => {
    const made = drafted({});
    expect(leftoversIn(made, { ...plain([]), name: '2024年单行本' }).map(({ message }) => message)).toEqual(['版式“2024年单行本”的名称里还是“2024年”']);
  });

  it('furniture: names of pages and editions, the day of the paper', () => {
    const made = drafted();
    const paper = { name: '松岭政协', issue: '2025年第3期', publisher: null, registration: null, editors: [], contact: null, firstPage: 1, pageNames: ['2025年两会特刊', '要闻'], jump: { forward: '', back: '', numerals: 'digits' as const } };
    const edition = { ...plain([]), name: '六届二次会议报纸', date: '2025-01-09', paper };
    expect(leftoversIn(made, edition).map(({ message }) => message)).toEqual([
      '版式“六届二次会议报纸”的名称里还是“六届二次会议”', '版式“六届二次会议报纸”的版名里还是“2025年”', '版式“六届二次会议报纸”的日期还是 2025-01-09，会议 2026-01-12 才开',
    ]);
    expect(leftoversIn(made, { ...edition, name: '报纸', date: '2026-01-13', paper: { ...paper, pageNames: ['2026年两会特刊'] } })).toEqual([]);
    expect(leftoversIn({ ...made, versions: [] }, edition)).toEqual([]);
  });

  it('kept while a text is written it finds what a fresh look finds', () => {
    const kept = new Leftovers();
    const made = drafted();
    expect(kept.find(made)).toEqual(leftoverDiagnostics(made));
    const [article] = made.articles;
    const { doc } = article!;
    const more = { ...made, articles: [{ ...article!, doc: doc.copy(doc.content.addToStart(doc.child(doc.childCount - 1))) }] };
    expect(kept.find(more)).toEqual(leftoverDiagnostics(more));
    expect(kept.find(more)).not.toEqual(leftoverDiagnostics(made));
    const other = { ...made, meeting: { ...made.meeting, opens: '2028-01-12' } };
    expect(kept.find(other)).toEqual(leftoverDiagnostics(other));
    expect(kept.find(other)).not.toEqual(leftoverDiagnostics(made));
  });
});
