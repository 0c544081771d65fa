// What was remembered on this computer, as far as it can be read: a record whose
// fields are anything, to be judged one by one by whoever remembered them.

/** Nothing where nothing was remembered, or what is there is no JSON object. */
export function readRemembered<T>(text: string | null): Partial<Record<keyof T, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {};
  }
}
