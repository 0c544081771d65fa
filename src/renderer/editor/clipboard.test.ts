import { EditorState, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { doc, field, h, p, placeholder, positionOf, table } from '../../../test/build';
import { EMPTY_MEETING } from '../../core/model/package';
import { articleClipboard, fieldClipboard } from './clipboard';
import { installDom } from './schema-dom';

// The outward form of atoms is part of the schema's DOM.
installDom();
const meeting = () => ({ ...EMPTY_MEETING, speaker: '林致远' });
const links = { meeting, look: () => null };

/** What another program gets when the text from <a> to <b> is copied. */
function copied(text: ReturnType<typeof doc>): string {
  const state = EditorState.create({ doc: text, selection: TextSelection.create(text, positionOf(text, 'a'), positionOf(text, 'b')) });
  const view = { state } as EditorView;
  return articleClipboard(links).clipboardTextSerializer?.call(undefined as never, state.selection.content(), view) ?? '';
}

describe('copied as plain text', () => {
  it.each([
    ['W11: a heading copied whole has its number once, as text', doc(h(1, '甲'), h(1, '<a>回顾'), p('文<b>')), '二、回顾\n文'],
    ['a heading entered in its middle leaves its number behind', doc(h(1, '回<a>顾'), p('文<b>')), '顾\n文'],
    ['a part of a heading likewise', doc(h(1, '<a>回<b>顾')), '回'],
    ['one heading alone, whole', doc(h(1, '甲'), h(1, '<a>回顾<b>')), '二、回顾'],
    ['W13: a placeholder in its outward form, without last year', doc(p('<a>立案', placeholder(), '件<b>')), '立案〔数字：待填〕件'],
    ['a table: a line a row, cells parted by tabs', doc(p('<a>前'), table(['一', '二'], ['三', '四']), p('后<b>')), '前\n一\t二\n三\t四\n后'],
    ['a value of the meeting record as its text', doc(p('<a>主席', field('speaker'), '<b>')), '主席林致远'],
  ])('%s', (_, text, wanted) => {
    expect(copied(text)).toBe(wanted);
  });
});

describe('pasted', () => {
  it('plain text: a paragraph a line, blank ones left out', () => {
    const parse = articleClipboard(links).clipboardTextParser;
    const slice = parse?.call(undefined as never, '甲\r\n\r\n乙\n丙', undefined as never, true, undefined as never);
    expect(slice?.content.content.map((node) => `${node.type.name} ${node.textContent}`)).toEqual(['paragraph 甲', 'paragraph 乙', 'paragraph 丙']);
  });

  it('into a deck field everything comes as one line', () => {
    const text = doc(h(1, '标题上行'), p('下行'));
    const slice = fieldClipboard(meeting).transformPasted?.call(undefined as never, text.slice(0, text.content.size), undefined as never, false);
    expect(slice?.content.content.map((node) => node.textContent)).toEqual(['标题上行下行']);
  });
});
