// What layout editors call the faults of a page (TYPESETTING §2, N-30 to N-37).
import type { TabooKind } from './taboos';

export const TABOO_NAMES: Readonly<Record<TabooKind, string>> = { abreast: '碰题', across: '断版', gutter: '通缝', headless: '题文分离', reversed: '逆转', fold: '折线压题', lead: '头条偏低' };
