import { describe, expect, it } from 'vitest';
import { article, br, doc, h, lead, note, p, packageOf, par, placeholder, table } from '../../../../test/build';
import type { Node } from 'prosemirror-model';
import { listChanges } from './change-list';
import { redline } from './redline';

const NAMES = { by: '旧 → 新', at: null };
const list = (was: Node, now: Node) => {
  const pkg = packageOf([article('report', 'report', now)], []);
  return listChanges(redline([article('report', 'report', was)], pkg.articles, NAMES), pkg.meeting);
};

describe('listChanges', () => {
  it('says figures with their measure words, words that came and went, and where', () => {
    const { changes, added, removed } = list(
      doc(h(1, '提案工作'), p('召开专题协商会8次，形成报告21篇，满意率90%，推动解决问题。'), p('办好每一件提案。')),
      doc(h(1, '提案工作'), p('召开专题协商会9次，形成报告25篇，满意率95%，推动社区养老服务解决问题。'), p('办好每一件提案。')),
    );
    expect(changes).toMatchObject([{ status: 'changed', section: 1, where: '第1段', block: 1, offset: 7, places: 4, words: '召开专题协商会“8次”改为“9次”；形成报告“21篇”改为“25篇”；满意率“90%”改为“95%”；增加“社区养老服务”。' }]);
    expect([added, removed]).toEqual([1 + 2 + 2 + 6, 1 + 2 + 2]);
  });

  it('a figure with what it counts, before it or behind, and its measure word whole', () => {
    const said = (was: string, now: string): string | undefined => list(doc(p(was)), doc(p(now))).changes[0]?.words;
    expect(said('由县领导领衔督办4件，主席会议成员督办6件。', '由县领导领衔督办5件，主席会议成员督办7件。')).toBe('由县领导领衔督办“4件”改为“5件”；主席会议成员督办“6件”改为“7件”。');
    expect(said('向县委请示报告27件次，协商340场次。', '向县委请示报告31件次，协商395场次。')).toBe('向县委请示报告“27件次”改为“31件次”；协商“340场次”改为“395场次”。');
    expect(said('举办读书会，1600余人次参加。', '举办读书会，1900余人次参加。')).toBe('“1600余人次参加”改为“1900余人次参加”。');
    expect(said('收到提案，36名常委作了述职。', '收到提案，35名常委作了述职。')).toBe('“36名常委作了述职”改为“35名常委作了述职”。');
    // Both of each pair of marks, or none.
    expect(said('举办“书香政协”读书分享会26场。', '举办“书香政协”读书分享会31场。')).toBe('‘书香政协’读书分享会“26场”改为“31场”。');
    expect(said('围绕“县域商业体系和县乡村物流体系融合建设”等召开座谈会8次。', '围绕“县域商业体系和县乡村物流体系融合建设”等召开座谈会9次。')).toBe('召开座谈会“8次”改为“9次”。');
    expect(said('"委员进社区"活动走访群众236户。', '"委员进社区"活动走访群众251户。')).toBe('活动走访群众“236户”改为“251户”。');
    expect(said('2025年是“十四五”规划收官之年。', '2026年是“十五五”规划开局之年。')).toBe('“2025年”改为“2026年”；“十四五”改为“十五五”；“收官”改为“开局”。');
    expect(said('围绕“优化营商环境”开展协商。', '围绕“十五五”规划编制开展协商。')).toBe('“‘优化营商环境’”改为“‘十五五’规划编制”。');
    expect(said('组织全体会议和4次常委会会议。', '组织全体会议和5次常委会会议。')).toBe('“4次常委会会议”改为“5次常委会会议”。');
    expect(said('办结率由96.2%提高到98.5%。', '办结率由98.5%提高到99.4%。')).toBe('办结率由“96.2%”改为“98.5%”；提高到“98.5%”改为“99.4%”。');
    expect(said('全面从严治政和党风廉政建设会议3次。', '全面从严治政和党风廉政建设会议4次。')).toBe('党风廉政建设会议“3次”改为“4次”。');
    // A year is its own name.
    expect(said('一年来，2024年各项任务完成。', '一年来，2025年各项任务完成。')).toBe('“2024年”改为“2025年”。');
  });

  it('a figure of a table by its row and column', () => {
    const of = (...rows: string[][]) => doc(table(['类别', '立案', '办结'], ...rows));
    expect(list(of(['经济', '75', '75'], ['社会', '62', '61'], ['合计', '137', '136']), of(['经济', '78', '75'], ['社会', '62', '62'], ['合计', '140', '137'])).changes.map(({ words }) => words)).toEqual(['经济 立案“75”改为“78”；社会 办结“61”改为“62”；合计 立案“137”改为“140”；合计 办结“136”改为“137”。']);
  });

  it('a 理由 given before its figure’s words were changed is found again', () => {
    const key = (was: string, now: string): string | undefined => list(doc(p(was)), doc(p(now))).changes[0]?.key;
    expect(key('审查立案8件。', '审查立案9件。')).toBe(key('经审查立案8件。', '经审查立案9件。'));
  });

  it('parts of a head by their names', () => {
    const headed = (day: string, occasion: string) => ({ ...article('report', 'report', doc(p('文。'))), fields: { ...article('report', 'report', doc(p('文。'))).fields, 'head.occasion': doc(p(occasion)), 'head.date': doc(p(day)) } });
    const { changes } = listChanges(redline([headed('（2025年1月14日）', '——在四次会议上')], [headed('（2026年1月14日）', '——在五次会议上')], NAMES), packageOf([]).meeting);
    expect(changes.map(({ where }) => where)).toEqual(['题注', '日期']);
  });

  it('articles by their titles as they read now', () => {
    const titled = (id: string, title: string) => ({ ...article(id, 'news', doc(p('开会。'))), fields: { ...article(id, 'news', doc(p('开会。'))).fields, 'deck.main': doc(p(title)) } });
    const { sections } = listChanges(redline([titled('a', '第三次会议开幕'), article('b', 'continuation', doc(p('续。')))], [titled('a', '第四次会议开幕'), article('b', 'continuation', doc(p('续。')))], NAMES), packageOf([]).meeting);
    expect(sections.map(({ title }) => title)).toEqual(['第四次会议开幕：题目、开头', '转版稿：题目、开头']);
  });

  it('whole paragraphs and headings, sections by what became of them', () => {
    const { sections, changes, kept } = list(
      doc(p('各位委员。'), h(1, '协商'), p('会商。'), h(1, '远程协商'), p('开通系统，举办远程协商会四次。')),
      doc(p('各位委员。'), h(1, '协商'), p('会商。'), h(1, '数字履职'), par({}, lead('上线平台。'), '委员在线提交信息。')),
    );
    expect(sections.map(({ title, status, count }) => [title, status, count])).toEqual([['题目、开头', 'kept', 0], ['一、协商', 'kept', 0], ['二、远程协商', 'gone', 2], ['二、数字履职', 'new', 2]]);
    expect(changes.map(({ where, words }) => [where, words])).toEqual([
      ['标题', '删去“二、远程协商”标题。'],
      ['第1段', '删去“开通系统”一段，15 字。'],
      ['标题', '增加“二、数字履职”标题。'],
      ['第1段', '增写“上线平台”一段，14 字。'],
    ]);
    expect(kept).toBeGreaterThan(0.2);
    expect(kept).toBeLessThan(0.6);
  });

  it('a paragraph that stands elsewhere was moved, as it was or with words changed', () => {
    const [study, unity] = ['学习为先。坚持把学习放在首位，健全党组中心组带学、专题培训导学、委员沙龙促学的机制。', '走访民主党派、工商联和无党派人士，在联谊交友中增进共识，把心聚到一起。'];
    const between = ['召开会议。', '形成报告。', '写出建议。'].map((text) => p(text));
    const numbered = (text: string) => par({ head: { level: 2 } }, lead(text.slice(0, 5)), text.slice(5));
    const { changes } = list(doc(h(1, '总结'), numbered(study), p(unity), ...between, h(1, '安排'), p('要抓好落实。')), doc(h(1, '总结'), ...between, h(1, '安排'), p('要抓好落实。'), numbered(study), p(unity.replace('走访', '看望'))));
    expect(changes.map(({ moved }) => moved)).toEqual([true, true, true, true]);
    expect(changes.map(({ status, words }) => [status, words])).toEqual([
      ['gone', '“学习为先”一节移到“安排”之后，42 字。'],
      ['gone', '“看望民主党派、工商联和无党派人士”移到“（一）学习为先”第2段，35 字，文字有改。'],
      ['new', '“学习为先”一节移自“总结”之后，42 字。'],
      ['new', '“看望民主党派、工商联和无党派人士”从“（一）学习为先”第2段移来，35 字，文字有改：“走访”改为“看望”。'],
    ]);
  });

  it('what closes a part, and the report, is of no section before it', () => {
    const [thanks, close] = [p('各位委员，过去一年的成绩，是大家共同努力的结果。'), p('各位委员，让我们同心同德，为建设家园作出新的贡献！')];
    const task = par({ head: { level: 2 } }, lead('加强自身建设。'), '要打造模范机关，健全委员履职考核办法。');
    const { sections, changes } = list(doc(h(1, '2024年工作回顾'), p('会商。'), thanks, h(1, '2025年工作安排'), p('抓好落实。'), task, close), doc(h(1, '2024年工作回顾'), p('会商。'), thanks, h(1, '2025年工作安排'), p('抓好落实。'), close));
    expect(sections.map(({ title, status }) => [title, status])).toEqual([['题目、开头', 'kept'], ['一、2024年工作回顾', 'kept'], ['小结', 'kept'], ['二、2025年工作安排', 'kept'], ['（一）加强自身建设。', 'gone'], ['结尾', 'kept']]);
    expect(changes.map(({ section, words }) => [section, words])).toEqual([[4, '删去“（一）加强自身建设”一节，29 字。']]);
  });

  it('a banner above 一、 is a section of its own', () => {
    const banner = (text: string) => h(0, text);
    const { sections, changes } = list(doc(banner('2025年工作回顾'), h(1, '协商'), p('会商。'), banner('2026年工作安排'), p('抓好落实。')), doc(banner('2026年工作回顾'), h(1, '协商'), p('会商。'), banner('2027年工作安排'), p('抓好落实。')));
    expect(sections.map(({ title, level, status }) => [title, level, status])).toEqual([['题目、开头', 0, 'kept'], ['2026年工作回顾', 1, 'changed'], ['一、协商', 1, 'kept'], ['2027年工作安排', 1, 'changed']]);
    expect(changes.map(({ section, where, words }) => [section, where, words])).toEqual([[1, '标题', '“2025年”改为“2026年”。'], [3, '标题', '“2026年”改为“2027年”。']]);
  });

  it('a head of which the number is another is named with both; its section stands as it stood', () => {
    const [one, two] = [[h(2, '聚焦中心'), p('围绕茶产业开展协商。')], [h(2, '加强团结'), p('走访民主党派成员和无党派人士，联合开展调研。')]];
    const { sections, changes } = list(doc(h(1, '工作回顾'), ...one, ...two), doc(h(1, '工作回顾'), h(2, '强化引领'), ...one, h(2, '加强大团结'), two[1]!));
    expect(changes.map(({ status, where, words }) => [status, where, words])).toEqual([
      ['new', '标题', '增加“（一）强化引领”标题。'],
      ['changed', '标题', '序号“（一）”改为“（二）”。'],
      ['changed', '标题', '序号“（二）”改为“（三）”；增加“大”。'],
    ]);
    expect(sections.map(({ title, status, count }) => [title, status, count])).toEqual([['题目、开头', 'kept', 0], ['一、工作回顾', 'kept', 0], ['（一）强化引领', 'new', 1], ['（二）聚焦中心', 'kept', 1], ['（三）加强大团结', 'changed', 1]]);
    expect(list(doc(h(1, '总结'), p('办好提案。')), doc(p('总结'), p('办好提案。'))).changes[0]?.words).toBe('去掉序号“一、”。');
  });

  it('a section that moved is one that came and went, not one that is new and one that is gone', () => {
    const unity = [h(2, '广泛凝聚共识，画好最大同心圆'), p('走访民主党派成员和无党派人士，联合开展调研。')];
    const rest = [h(2, '强化引领'), p('召开党组会议。'), h(2, '服务中心'), p('助力项目建设。')];
    const { sections } = list(doc(h(1, '回顾'), ...rest, ...unity), doc(h(1, '回顾'), ...unity, ...rest));
    expect(sections.filter(({ moved }) => moved).map(({ title, status }) => [title, status])).toEqual([['（一）广泛凝聚共识，画好最大同心圆', 'new'], ['（三）广泛凝聚共识，画好最大同心圆', 'gone']]);
  });

  it('a paragraph that was cut in two, and two that were put together, with what else is other', () => {
    const [first, second] = ['召开专题协商会8次，形成调研报告21篇，得到市委主要领导批示。', '提案工作提质增效，立案163件，全部按期办复，委员满意率98.6%。'];
    const said = (was: Node, now: Node) => list(was, now).changes.map(({ status, moved, words }) => [status, moved, words]);
    expect(said(doc(p(first + second)), doc(p(first.replace('8', '9')), p(second)))).toEqual([['new', true, `由下一段分出，${first.length} 字，文字有改：召开专题协商会“8次”改为“9次”。`], ['changed', false, '开头的“召开专题协商会9次”另成一段。']]);
    expect(said(doc(p(second + first)), doc(p(second.replace('163', '171')), p(first)))).toEqual([['changed', false, '立案“163件”改为“171件”；从“召开专题协商会8次”起另起一段。'], ['new', true, `由上一段分出，${first.length} 字。`]]);
    expect(said(doc(p(first), p(second)), doc(p(first + second)))).toEqual([['gone', true, `并入下一段，${first.length} 字。`], ['changed', false, '与上一段“召开专题协商会8次”并为一段。']]);
  });

  it('a table by its cells and rows', () => {
    const { changes } = list(doc(table(['界别', '提案'], ['中共', '32'])), doc(table(['界别', '提案'], ['中共', '35'], ['特邀', '22'])));
    expect(changes.map(({ where, words }) => [where, words])).toEqual([['表格', '中共 提案“32”改为“35”；增加“特邀　22”。']]);
  });

  it('a line of a title that ends elsewhere is said as that', () => {
    const titled = (...main: Parameters<typeof p>) => ({ ...article('report', 'report', doc(p('文。'))), fields: { ...article('report', 'report', doc(p('文。'))).fields, 'deck.main': doc(p(...main)) } });
    const { changes } = listChanges(redline([titled('常务委员会', br, '工作报告')], [titled('常务委员会工作', br, '报告')], NAMES), packageOf([]).meeting);
    expect(changes.map(({ where, words }) => [where, words])).toEqual([['题目', '换行改变。']]);
  });

  it('a filled placeholder; equal texts have no changes; two that say the same have keys of their own', () => {
    expect(list(doc(p('立案', placeholder('figure'), '件。')), doc(p('立案171件。'))).changes[0]?.words).toBe('立案“〔数字：待填〕件”改为“171件”。');
    expect(list(doc(p('推行提办督机制', note('提办督', '旧说明。'), '，成效明显。')), doc(p('推行提办督机制', note('提办督', '新说明。'), '，成效明显。'))).changes[0]?.words).toBe('“〔注：提办督〕”的内容有改。');
    const same = list(doc(p('文。')), doc(p('文。')));
    expect([same.changes, same.kept, same.sections.map(({ status }) => status)]).toEqual([[], 1, ['kept']]);
    const twice = list(doc(p('甲会议召开了8次。'), p('乙会议召开了8次。')), doc(p('甲会议召开了9次。'), p('乙会议召开了9次。')));
    expect(new Set(twice.changes.map(({ key }) => key)).size).toBe(2);
  });
});
