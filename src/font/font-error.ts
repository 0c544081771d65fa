// What is wrong with a font file. Thrown by every reader in this folder; the
// message is ready Chinese without the file's name, which src/node adds, since
// a reader knows bytes and no paths.

/** `not-font`: no font at all. `broken`: cut off or contradictory. `unsupported`: a sound file of a make that is not read here. */
export type FontErrorCode = 'not-font' | 'broken' | 'unsupported';

export class FontError extends Error {
  override readonly name = 'FontError';
  readonly code: FontErrorCode;

  constructor(code: FontErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
