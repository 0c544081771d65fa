// Ten pairs of (last year, expected this year), whole texts of our own: committees and
// people's congresses of a city, county, district, banner, province. Expected: every letter of
// the draft as a person wrote it out, 〔8〕 emptied with its old value kept, ⟦…⟧ under 待核.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Node } from 'prosemirror-model';
import { expect, it } from 'vitest';
import { recognise, toPackage } from '../../import/index';
import { emptyFieldText, renderField } from '../../model/fields';
import { numberHeadings } from '../../model/numbering';
import { FIELD_PATHS, type Meeting, type Package } from '../../model/package';
import type { FieldAttrs } from '../../model/schema';
import { applyRoll } from './apply-roll';
import type { RollKind } from './next-meeting';
import { planRoll } from './plan-roll';

const FOLDER = path.resolve(import.meta.dirname, '../../../../test/fixtures/roll-forward');

/** What is known of the new meeting, and the kind where it is not the next of the 届. */
const MEETINGS: Readonly<Record<string, { readonly kind?: RollKind; readonly meeting: Partial<Meeting> }>> = {
  '01-city': { meeting: { opens: '2026-01-12' } },
  '02-county-december': { meeting: { opens: '2025-12-20' } },
  '03-province': { meeting: { opens: '2026-01-16', speaker: '陆见山' } },
  '04-district-no-day': { meeting: {} },
  '05-banner': { meeting: { opens: '2026-03-02' } },
  '06-city-congress': { meeting: { opens: '2026-01-08' } },
  '07-county-congress-no-record': { meeting: {} },
  '08-province-congress-plan': { meeting: { opens: '2027-01-13' } },
  '09-city-first-annual': { kind: 'firstAnnual', meeting: { opens: '2028-01-11' } },
  '10-city-page': { meeting: { opens: '2026-01-10', closes: '2026-01-13' } },
};

function inlineText(block: Node, meeting: Meeting): string {
  let text = '';
  let doubt = false;
  block.forEach((inline) => {
    const isDoubt = inline.marks.some(({ type }) => type.name === 'doubt');
    if (isDoubt !== doubt) text += isDoubt ? '⟦' : '⟧';
    doubt = isDoubt;
    if (inline.isText) text += inline.text ?? '';
    else if (inline.type.name === 'hard_break') text += '\n';
    else if (inline.type.name === 'placeholder') text += `〔${String(inline.attrs['was'])}〕`;
    else {
      const { path: field, form } = inline.attrs as FieldAttrs;
      text += renderField(field, form, meeting) ?? emptyFieldText(field);
    }
  });
  return `${text}${doubt ? '⟧' : ''}`;
}

/** A package as it is read, a field or paragraph a line, an empty line between two articles. */
function shown({ articles, meeting }: Package): string {
  return articles.map(({ fields, doc }) => {
    const labels = numberHeadings(doc);
    return [...FIELD_PATHS.flatMap((field) => fields[field]?.children.map((block) => inlineText(block, meeting)) ?? []), ...doc.children.map((block, index) => `${labels[index] ?? ''}${inlineText(block, meeting)}`)].join('\n');
  }).join('\n\n');
}

const names = readdirSync(FOLDER).filter((name) => name.endsWith('.last.txt')).map((name) => name.replace('.last.txt', ''));

it('are ten', () => expect(names).toEqual(Object.keys(MEETINGS)));

it.each(names)('%s', (name) => {
  const { kind = 'next', meeting } = MEETINGS[name]!;
  const last = toPackage(recognise(readFileSync(path.join(FOLDER, `${name}.last.txt`), 'utf8')), { id: 'last', name: '去年' });
  const draft = applyRoll(planRoll(last, { kind, meeting }), { refused: new Set(), id: 'next', name: '今年', today: '2025-12-01' });
  expect(shown(draft)).toBe(readFileSync(path.join(FOLDER, `${name}.next.txt`), 'utf8').trimEnd());
});
