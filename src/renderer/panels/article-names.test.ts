import { describe, expect, it } from 'vitest';
import { article, doc, p } from '../../../test/build';
import { EMPTY_MEETING, type ArticleKind } from '../../core/model/package';
import { articleNames, narrowNames } from './article-names';

const titled = (kind: ArticleKind, title: string, index: number) => article(`a${index}`, kind, doc(p('文')), { 'deck.main': title });
const news = ['市政协会议开幕', '政协云岭市第五届委员会第四次会议举行常委会议', '政协云岭市第五届委员会第四次会议闭幕'].map((title, index) => titled('news', title, index));
const editorial = titled('editorial', '政协云岭市第五届委员会第四次会议社论', 9);

describe('what articles are called', () => {
  it('by their kind; several of a kind by their titles too', () => {
    expect(articleNames([...news, editorial], EMPTY_MEETING)).toEqual([
      '消息 · 市政协会议开幕', '消息 · 政协云岭市第五届委员会第四次会议举行常委会议', '消息 · 政协云岭市第五届委员会第四次会议闭幕', '社论',
    ]);
  });

  it('in a narrow list without the beginning that another of the kind has too', () => {
    expect(narrowNames([...news, editorial], EMPTY_MEETING)).toEqual(['消息 · 市政协会议开幕', '消息 · …举行常委会议', '消息 · …闭幕', '社论']);
  });

  it('a title that is another’s beginning, the same twice, or nothing: as they are', () => {
    const same = ['公开征集提案线索通告', '公开征集提案线索通告', '公开征集提案线索通告（二）', ''].map((title, index) => titled('notice', title, index));
    expect(narrowNames(same, EMPTY_MEETING)).toEqual(['公告 · 公开征集提案线索通告', '公告 · 公开征集提案线索通告', '公告 · …（二）', '公告']);
  });
});
