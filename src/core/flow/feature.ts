// Whether a story is a feature (通讯, 特写): what parts it from news on a newspaper's page is its
// sub-title with a dash (N-10: 消息 no dash, 通讯 with ——) over a text that opens without 电头.
// Its headline is in the face of the sub-titles (N-12: features = 楷), news in that of news.
import type { Article } from '../model/package';

const DATELINE = /^(?:本报[^，。：]{0,14}[讯电]|新华社|中新社)/;

/** Is it a feature? By its own words, so that a new sub-title is enough to make it one. */
export function isFeature({ kind, fields, doc }: Pick<Article, 'kind' | 'fields' | 'doc'>): boolean {
  return kind === 'news' && /^[—⸺]/.test(fields['deck.sub']?.textContent ?? '') && !DATELINE.test(doc.firstChild?.textContent ?? '');
}
