// Values of the meeting record in last year's texts: fields change with the record and are listed like any
// change; who spoke stands in the head as a name. In: the items of a unit. Out: more of them.
import type { FieldAttrs } from '../../model/schema';
import { renderField } from '../../model/fields';
import { kindOfField } from './kind-of-field';
import { nameIn } from './names';
import type { UnitItems } from './unit-items';
import { ATOM } from './unit';

/** Values of the record change with it; they are listed like any change. */
export function rollFields(items: UnitItems): void {
  const { last, meeting } = items.context;
  if (items.unit.field === 'head.speaker') speaker(items, last.meeting.speaker, meeting.speaker);
  items.unit.node.forEach((inline, offset) => {
    if (inline.type.name !== 'field') return;
    const { path, form } = inline.attrs as FieldAttrs;
    const [was, now] = [renderField(path, form, last.meeting), renderField(path, form, meeting)];
    if (was === null || was === now) return;
    const base = items.base(offset, offset + 1, '取自会议信息');
    items.take(offset, offset + 1);
    const isCount = path === 'expected' || path === 'present';
    const isDate = path === 'opens' || path === 'closes';
    if (now === null) items.found.push({ ...base, group: 'blank', kind: isCount ? 'figure' : isDate ? 'date' : 'name', was, record: true });
    else items.found.push({ ...base, group: 'change', kind: kindOfField(path), from: was, to: now, record: true });
  });
}

/** 县政协主席　周敬亭: the name in the head is the record's, though no field of it. */
function speaker(items: UnitItems, was: string | null, now: string | null): void {
  if (was === now) {
    items.review('leader', 0, items.unit.text.length, '报告人是否有变，请核对');
    return;
  }
  const named = was === null ? null : nameIn(items.unit.text, was);
  if (named === null) {
    if (!items.unit.text.includes(ATOM)) items.review('leader', 0, items.unit.text.length, '报告人与会议信息不同，请核对');
    return;
  }
  if (now === null) items.blank('name', named.from, named.to, '新会议的报告人未定');
  else items.change('name', named.from, named.to, now, '取自会议信息');
  // Another person may hold another office.
  if (named.from > 0 || named.to < items.unit.text.length) items.review('leader', 0, items.unit.text.length, '报告人换了，职务请核对');
}
