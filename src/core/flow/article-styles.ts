// In which styles of a look an article is set: the lines of its title block and its text, by
// what it is and where it stands. The page is set by it, and the editor on the page wears the same faces.
import type { Variant } from '../model/layout';
import type { StyleName } from '../model/look';
import type { Article, EditionKind, FieldPath } from '../model/package';
import { isFeature } from './feature';
import type { ParagraphStyle } from './flow';
import type { StyleSheet } from './style-sheet';

/** A line of a title block. */
export type HeadPart = FieldPath | 'label' | 'abridged' | 'stage';

/** Where an article stands. */
export interface Surroundings {
  readonly variant: Variant;
  readonly edition: EditionKind;
}

type Told = Pick<Article, 'kind' | 'fields' | 'doc'>;

/** The title block of a boxed article is that of a box, in whichever styles its text is (T-35). */
export const BOXED_TITLE: Variant = 'box';

const HEAD_STYLE: Readonly<Record<Variant, Readonly<Record<HeadPart, StyleName>>>> = {
  report: {
    label: 'label', 'deck.over': 'over', 'deck.main': 'title', 'deck.sub': 'sub', stage: 'abridged', 'head.occasion': 'occasion', abridged: 'abridged',
    'head.date': 'date', 'head.speaker': 'speaker', 'head.salutation': 'salutation',
  },
  news: {
    label: 'label', 'deck.over': 'newsOver', 'deck.main': 'newsTitle', 'deck.sub': 'newsSub', stage: 'newsSub', 'head.occasion': 'newsSub', abridged: 'newsSub',
    'head.date': 'newsSub', 'head.speaker': 'newsSub', 'head.salutation': 'salutation',
  },
  box: {
    label: 'label', 'deck.over': 'boxSub', 'deck.main': 'boxTitle', 'deck.sub': 'boxSub', stage: 'boxSub', 'head.occasion': 'boxSub', abridged: 'boxSub',
    'head.date': 'boxSub', 'head.speaker': 'boxSub', 'head.salutation': 'boxBody',
  },
};

/** A feature's headline is in another face than news (N-12). */
export function isFeatured(article: Told, { variant, edition }: Surroundings): boolean {
  return variant === 'news' && edition === 'newspaper' && isFeature(article);
}

/** Without its box the paper's own voice keeps its face; its size is the page's, on whose grid it stands (T-35). */
export function isVoice({ kind }: Pick<Article, 'kind'>, { variant, edition }: Surroundings): boolean {
  return kind === 'editorial' && variant === 'news' && edition === 'newspaper';
}

/** Style of a line of its title block, before it is fitted to its columns. */
export function headStyle(sheet: StyleSheet, part: HeadPart, article: Told, around: Surroundings): ParagraphStyle {
  const styles = HEAD_STYLE[around.variant];
  const own = sheet.paragraph(styles[part]);
  return part === 'deck.main' && isFeatured(article, around) ? sheet.faced(own, styles['deck.sub']) : own;
}

/** Style of a plain paragraph of its text. */
export function bodyStyle(sheet: StyleSheet, article: Pick<Article, 'kind'>, around: Surroundings): ParagraphStyle {
  const plain = sheet.paragraph(around.variant === 'box' ? 'boxBody' : 'body');
  return isVoice(article, around) ? sheet.faced(plain, 'boxBody') : plain;
}
