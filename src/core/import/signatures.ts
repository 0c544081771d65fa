// The signature and date under a notice look like a headline and its date to a
// rule that reads lines alone. A draft that is all head and no text, and whose
// lines are names of bodies and dates, closes the draft before it.
import { findDate } from './date';
import type { Draft, Page } from './drafts';
import type { LineFacts } from './line-facts';
import { Role } from './roles';
import { isKnownName } from './speaker';

const BODY_NAME = /(?:委员会|办公室|大会|主席团|秘书处|党组|人民政府|常务委员会|编辑部|报社)$/;

function isSignatureLine(facts: LineFacts): boolean {
  const bare = facts.compact.replace(/^[（(]|[）)]$/g, '');
  return facts.compact.length <= 34 && (BODY_NAME.test(bare) || isKnownName(bare) || findDate(bare)?.text === bare);
}

/** Puts signature drafts back at the end of the text they sign; their lines become body lines. */
export function attachSignatures(page: Page, drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const before = out.at(-1);
    const signs = before !== undefined && before.body.length > 0 && draft.body.length === 0 && draft.head.length <= 3
      && draft.head.every((i) => isSignatureLine(page.lines[i] as LineFacts));
    if (!signs) {
      out.push(draft);
      continue;
    }
    for (const i of draft.head) page.roles[i] = Role.body;
    before.body.push(...draft.head);
  }
  return out;
}
