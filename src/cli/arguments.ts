// The command line's own small argument reader: what a command takes is declared,
// everything else is a wrong usage (exit 2). `--name value`, `--name=value`, `-o
// value`, flags, `--` before files that begin with a dash. An option that is not
// declared does not exist, so options of later issues are refused by themselves.

/** Wrong usage: exit 2. `message` is ready Chinese text. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** `--help`: not a mistake; the usage is printed and nothing is done. */
export class HelpRequest extends Error {
  constructor(readonly usage: string) {
    super('help');
    this.name = 'HelpRequest';
  }
}

export interface CommandShape {
  /** How the command is called, for messages: `banxin outline <文件> [--json]`. */
  readonly usage: string;
  /** Names of the positional arguments; all must be given. */
  readonly files: readonly string[];
  /** Options by name without dashes; `value` takes one, `flag` none. */
  readonly options: Readonly<Record<string, 'value' | 'flag'>>;
  /** Options that must be given. */
  readonly required?: readonly string[];
}

export interface Arguments {
  readonly files: readonly string[];
  has(flag: string): boolean;
  value(option: string): string | null;
}

/** Reads `words` by a command's shape. @throws UsageError; HelpRequest where `--help` or `-h` is among them, whatever else is. */
export function readArguments(words: readonly string[], shape: CommandShape): Arguments {
  const end = words.indexOf('--');
  if (words.slice(0, end < 0 ? words.length : end).some((word) => word === '--help' || word === '-h')) throw new HelpRequest(shape.usage);
  const files: string[] = [];
  const given = new Map<string, string>();
  let onlyFiles = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (onlyFiles || word === '-' || !word.startsWith('-')) {
      files.push(word);
      continue;
    }
    if (word === '--') {
      onlyFiles = true;
      continue;
    }
    const equals = word.indexOf('=');
    const option = equals < 0 ? word : word.slice(0, equals);
    const name = option.startsWith('--') && option.length > 3 ? option.slice(2) : option.length === 2 ? option.slice(1) : '';
    const kind = Object.hasOwn(shape.options, name) ? shape.options[name] : undefined;
    if (kind === undefined) throw new UsageError(`没有选项 ${option}\n用法：${shape.usage}`);
    if (given.has(name)) throw new UsageError(`选项 ${option} 写了两次`);
    if (kind === 'flag') {
      if (equals >= 0) throw new UsageError(`选项 ${option} 不带值`);
      given.set(name, '');
      continue;
    }
    const value = equals < 0 ? words[++i] : word.slice(equals + 1);
    if (value === undefined || value === '' || (equals < 0 && value.startsWith('--'))) throw new UsageError(`选项 ${option} 后面要有值\n用法：${shape.usage}`);
    given.set(name, value);
  }
  const missing = shape.files[files.length];
  if (missing !== undefined) throw new UsageError(`缺少${missing}\n用法：${shape.usage}`);
  if (files.length > shape.files.length) throw new UsageError(`多出了“${files[shape.files.length]}”\n用法：${shape.usage}`);
  for (const name of shape.required ?? []) {
    if (!given.has(name)) throw new UsageError(`缺少选项 ${name.length === 1 ? '-' : '--'}${name}\n用法：${shape.usage}`);
  }
  return { files, has: (flag) => given.has(flag), value: (option) => given.get(option) ?? null };
}
