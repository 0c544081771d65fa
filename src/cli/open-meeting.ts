// The record of a meeting from a file (COMMANDS, meeting.json), for the commands that
// make a package: any key may be missing, dates are ISO.
import { readFileSync } from 'node:fs';
import type { Meeting } from '../core/model/package';
import { AppError, toAppError } from '../node/app-error';

/** @throws AppError `read-failed`, `meeting-invalid`. */
export async function openMeeting(file: string): Promise<Partial<Meeting>> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw toAppError(error, 'read-failed', '读取', file);
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new AppError('meeting-invalid', `会议信息“${file}”不是 JSON`, error);
  }
  const { readMeeting } = await import('../core/model/read-meeting');
  const read = readMeeting(json);
  if (!read.ok) throw new AppError('meeting-invalid', `会议信息“${file}”的内容不对（${read.wrong}）`);
  return read.meeting;
}
