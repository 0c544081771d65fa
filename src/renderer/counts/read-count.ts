// A number of characters as people type it: 8000, 8,000, ８０００, 8000字.

/** The number; null for nothing, undefined for what is none (or not between 1 and 9,999,999). */
export function readCount(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,，]|字$/g, '');
  if (plain === '') return null;
  const value = /^\d{1,7}$/.test(plain) ? Number(plain) : 0;
  return value >= 1 ? value : undefined;
}
