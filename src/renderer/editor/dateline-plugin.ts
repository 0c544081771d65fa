// The 电头 of a 消息 (本报讯) as its paragraph opens, so that the style sheet sets it in its own face where
// the text is written on the page, as the page does (flow-article.ts, markDateline).
import { Decoration } from 'prosemirror-view';
import { datelineOf } from '../../core/flow/dateline';
import type { ParagraphAttrs } from '../../core/model/schema';
import { drawnBlocks } from './drawn-blocks';

export const datelinePlugin = drawnBlocks('dateline', (block, offset) => {
  if (block.type.name !== 'paragraph' || (block.attrs as ParagraphAttrs).head !== null) return [];
  const words = datelineOf(block.textBetween(0, block.content.size, null, '\ufffc'));
  return words === null ? [] : [Decoration.inline(offset + 1, offset + 1 + words.length, { class: 'dateline' })];
});
