/** The end of a switch over a union: the compiler refuses a member that no case takes. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected value: ${JSON.stringify(value)}`);
}
