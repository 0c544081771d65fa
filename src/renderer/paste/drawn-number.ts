// The class of a number that is text for other programs and drawn here: written by
// outward-html.ts, left out by schema-dom.ts when it comes back.

export const DRAWN = 'banxin-number';
