// A page of stories, each with its headline over its 本报讯: none of them goes to the story above it, whatever its last word
// is, and a headline with a colon is nobody's voice. Blanks of a byline part its names.
import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline';
import { queriesOf } from './queries';
import { recognise } from './recognise';

const STORY = '本报讯（记者　江一帆　何晓棠）1月9日，委员们走进社区，就停车难与群众面对面协商。一年来，推动18处车位错时开放，居民满意率逐月上升。';
const MORE = '下一步，委员们将继续跟踪办理情况，推动建议落到实处、见到成效。';
const titles = (text: string): (string | null)[] => outlineOf(recognise(text)).articles.map(({ title }) => title);
const page = (heads: readonly string[], gap: string): string => heads.map((head) => [head, STORY, MORE].join('\n')).join(gap);

describe.each([['blank lines between the stories', '\n\n'], ['none', '\n']])('stories under their headlines, %s', (_, gap) => {
  it.each([
    // 农, 经 and 文 are surnames; 界 is no name.
    ['with colons', ['农业界：盐碱地上做文章', '医卫界：让村医留得下', '经济界：清欠账款要动真格', '文艺界：古桥故事讲新篇']],
    // People whose words are the headline.
    ['of what one says', ['江一帆：加快补齐养老短板', '何晓棠：让老街留住烟火气', '苏望：把论文写在田垄上']],
    ['ending as bodies do', ['委员联名倡议植树', '七百件提案提交大会', '三千份问卷送到编辑部', '五十名委员走进住建局']],
    ['of many clauses', ['学习“千万工程”、推进“五好乡村”，委员们在田间地头议治理', '会场内外：一“问”一“答”、一“提”一“办”之间见真章']],
  ])('%s', (_name, heads) => {
    const recognition = recognise(page(heads, gap));
    expect(outlineOf(recognition).articles.map(({ title, kind }) => [title, kind])).toEqual(heads.map((head) => [head, 'news']));
    expect(queriesOf(recognition).filter(({ kind }) => kind === 'unassigned')).toEqual([]);
  });
});

it('a heading of a file right over 本报讯 is the headline of a story', () => {
  expect(titles(['## 委员热议停车难', STORY, MORE, '', '## 老街改造有了新办法', STORY, MORE].join('\n'))).toEqual(['委员热议停车难', '老街改造有了新办法']);
});

it('who says what over a text of his own stays a heading of the story', () => {
  const said = '养老服务要从老人身边做起，每个街道建一处日间照料中心，让老人不出社区就能吃上热饭、看上医生。';
  const { articles } = outlineOf(recognise(['委员热议政府工作报告', STORY, '江一帆：加快补齐养老短板', said, '何晓棠：让老街留住烟火气', said].join('\n')));
  expect(articles.map(({ headings }) => headings.map(({ text }) => text))).toEqual([['江一帆：加快补齐养老短板', '何晓棠：让老街留住烟火气']]);
});

describe('a story’s reporters on a line of their own', () => {
  it.each(['本报记者　邵雨眠　程野', '本报记者　季蓝', '本报记者 邵雨眠 程 野', '本报记者　邵雨眠　通讯员　程野', '全媒体记者　邵雨眠　程野　报道', '记者　欧阳静　邵雨眠'])('%s keeps its blanks', (line) => {
    const { articles, changes } = recognise(['老船工上了协商桌', '——渔港改造协商侧记', line, MORE, STORY.slice(19)].join('\n'));
    expect(articles.map(({ blocks }) => blocks[0]?.text)).toEqual([line]);
    expect(changes).toEqual([]);
  });

  it.each([['本报 记者 从 县政协 获悉', '本报记者从县政协获悉']])('%s is a sentence', (line, clean) => {
    expect(recognise(['老船工上了协商桌', STORY, line, MORE].join('\n')).articles[0]?.blocks.map(({ text }) => text)).toContain(clean);
  });
});
