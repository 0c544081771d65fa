// What kind of change a value of the meeting record is, by its path.
import type { ChangeKind } from './item';

/** Of a field's path. */
export function kindOfField(path: string): ChangeKind {
  if (path === 'opens' || path === 'closes') return 'date';
  if (path === 'reviewYear' || path === 'planYear') return 'year';
  if (path === 'speaker' || path === 'chair') return 'name';
  return path === 'reportTerm' || path === 'term' || path === 'title' ? 'term' : 'session';
}
