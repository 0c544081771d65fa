// The world failed (a full disk, a locked file, a folder that cannot be read):
// thrown by node, main and cli with ready Chinese text; at the bridge to the
// window it becomes a value (DESIGN, Errors 3).

export class AppError extends Error {
  override readonly name = 'AppError';
  /** Stable word for programs: `fonts-unreadable`, `disk-full`, … */
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
