// Editions for tests: the shipped presets, and a small booklet whose pages can be
// worked out by head (10 characters of 10 pt on 5 lines of 20 pt). Fonts are fake:
// Han one em, Latin half (fake-font.ts).
import { FONT_ROLES, type Font, type FontRole } from '../src/core/font';
import type { Look, StyleName, StyleRecord } from '../src/core/model/look';
import type { SheetMaster } from '../src/core/model/master';
import type { BookletParts, Edition, PaperProfile } from '../src/core/model/package';
import { makeEdition, PLAIN_BOOKLET } from '../src/core/model/editions';
import type { Resources } from '../src/core/typeset';
import { shippedPreset } from '../src/node/presets';
import { fakeFont } from './fake-font';

/** A fake face a role. */
export const FAKE_FONTS: ReadonlyMap<FontRole, readonly Font[]> = new Map(FONT_ROLES.map((role) => [role, [fakeFont({ family: role })]]));
export const FAKE: Resources = { fonts: FAKE_FONTS, images: new Map() };

/** An edition of a shipped preset (gb, office, N8, N6, T6, speech). */
export function shipped(preset: string, articles: readonly string[], more: Partial<Edition> = {}): Edition {
  return { ...makeEdition(shippedPreset(preset), articles, preset), ...more };
}

/** 10 characters × 5 lines; type area from (40, 50) on odd pages, from (60, 50) on even ones of 200 × 200 pt. */
export const SMALL_SHEET: SheetMaster = {
  kind: 'sheet', id: 'small', name: '小样', width: 200, height: 200, top: 50, inner: 40, columns: { characters: 10, em: 10 }, lines: 5, pitch: 20,
  firstBaseline: 8.8, folio: { place: 'outside', belowTypeArea: 10, inset: 10, dash: true }, endAtStop: 0,
};

/** A look of 10 pt song; headings of one line keep the next with them. */
export function smallLook(styles: Partial<Record<StyleName, StyleRecord>> = {}): Look {
  return {
    id: 'small', name: '小样', size: 10, punctuation: 'quanjiao', kinsoku: 'gb', hanLatinGap: 0, hanging: false, openCommas: false, indentOpener: 'trim',
    styles: {
      body: { role: 'song', indent: 2 }, title: { role: 'biaosong', align: 'center', indent: 0, title: true, keepWithNext: 1 }, heading1: { role: 'hei', keepWithNext: 1 },
      heading2: { role: 'kai', keepWithNext: 1 }, runIn2: { role: 'kai' }, salutation: { indent: 0 }, speaker: { role: 'kai', align: 'center', indent: 0 },
      table: { indent: 0, align: 'left' }, ...styles,
    },
  };
}

/** A booklet on the small sheet. */
export function smallBooklet(articles: readonly string[], parts: Partial<BookletParts> = {}, more: Partial<Edition> = {}): Edition {
  return {
    id: 'small', kind: 'booklet', name: '小样', articles, date: null, phase: null, look: smallLook(), master: SMALL_SHEET, paper: null,
    booklet: { ...PLAIN_BOOKLET, ...parts }, abridgedNote: false, faces: {}, ...more,
  };
}

/** A paper's profile. */
export const DAILY: PaperProfile = {
  name: '云岭日报', issue: '第12345号', publisher: '云岭日报社', registration: 'CN 00-0001', editors: [{ role: '责任编辑', name: '甲乙丙' }], contact: '电话：0000',
  firstPage: 1, pageNames: ['要闻', '要闻', '综合'], jump: { forward: '（下转第{n}版）', back: '（上接第{n}版）', numerals: 'han' },
};
