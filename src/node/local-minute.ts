// The moment that a printing bears: the clock on the user's wall, to the minute.
// In: a Date. Out: 2026-01-12T16:20, as Edition.printedAt and the print record
// have it. No zone: whoever reads 16:20 on a draft means his own afternoon.

/** Local date and time of a moment, to the minute. */
export function localMinute(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
