// What stands in the boxes of a meeting record's form, as typed, where it is not what the
// record has; and the record as it will be.
import type { Meeting } from '../../core/model/package';
import { MEETING_LINES, withValue, type MeetingPath } from './meeting-fields';

export type Drafts = Readonly<Partial<Record<MeetingPath, string>>>;

/** The record with what stands in the boxes and can be read. */
export function previewOf(meeting: Meeting, drafts: Drafts): Meeting {
  return MEETING_LINES.reduce((record, line) => {
    const typed = drafts[line.path];
    const value = typed === undefined ? null : line.read(typed);
    return value?.ok === true ? withValue(record, line.path, value.value) : record;
  }, meeting);
}
