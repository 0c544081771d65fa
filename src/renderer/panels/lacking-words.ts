// What the record of a new meeting lacks of what a report and its story say.
import type { Meeting } from '../../core/model/package';

/** 开幕日期、主持人…; null: nothing. */
export function lackingWords(meeting: Meeting): string | null {
  const lacking = [
    ...(meeting.term === null || meeting.session === null ? ['届次'] : []),
    ...(meeting.opens === null ? ['开幕日期'] : []),
    ...(meeting.speaker === null ? ['报告人'] : []),
    ...(meeting.chair === null ? ['主持人'] : []),
    ...(meeting.expected === null || meeting.present === null ? ['应到实到'] : []),
  ];
  return lacking.length === 0 ? null : lacking.join('、');
}
