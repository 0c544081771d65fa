// Types of report-text.mjs for the tests that make their texts with it.
export function paragraphsOf(text: string): string[];
export function multiply(paragraphs: readonly string[], times: number, seed?: number): string[];
export function isPartTitle(paragraph: string): boolean;
