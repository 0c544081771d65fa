import { describe, expect, it } from 'vitest';
import { HelpRequest, readArguments, UsageError, type CommandShape } from './arguments';

const SHAPE: CommandShape = { usage: 'banxin x <文件> --edition E', files: ['文件'], options: { edition: 'value', o: 'value', json: 'flag' }, required: ['edition'] };
const read = (...words: string[]) => readArguments(words, SHAPE);

describe('files and options in any order', () => {
  it.each([
    [['a.txt', '--edition', 'booklet', '-o', 'b.pdf', '--json']], [['--json', '-o', 'b.pdf', '--edition=booklet', 'a.txt']], [['-o', 'b.pdf', '--json', '--edition', 'booklet', '--', 'a.txt']],
  ])('%j', (words) => {
    const args = read(...words);
    expect([args.files, args.value('edition'), args.value('o'), args.has('json')]).toEqual([['a.txt'], 'booklet', 'b.pdf', true]);
  });
  it('what was not given is null or false', () => {
    const args = read('a', '--edition', 'b');
    expect([args.value('o'), args.has('json')]).toEqual([null, false]);
  });
  it('a file may begin with a dash after --, and a value with one dash', () => {
    expect(read('--edition', 'e', '--', '-a.txt').files).toEqual(['-a.txt']);
    expect(read('a', '--edition', 'e', '-o', '-x.pdf').value('o')).toBe('-x.pdf');
  });
});

describe('--help', () => {
  it.each([[['--help']], [['a.txt', '-h']], [['--nothing', '--help']]])('%j asks for the usage, whatever else is there', (words) => {
    expect(() => read(...words)).toThrow(HelpRequest);
  });
  it('behind -- it is a file', () => {
    expect(read('--edition', 'e', '--', '--help').files).toEqual(['--help']);
  });
});

describe('a wrong usage says what is wrong', () => {
  it.each<[string[], string]>([
    [['--edition', 'e'], '缺少文件'], [['a', 'b', '--edition', 'e'], '多出了“b”'], [['a'], '缺少选项 --edition'], [['a', '--edition'], '后面要有值'],
    [['a', '--edition', '--json'], '后面要有值'], [['a', '--edition='], '后面要有值'], [['a', '--edition', 'e', '--kind', 'x'], '没有选项 --kind'],
    [['a', '--edition', 'e', '-j'], '没有选项 -j'], [['a', '--edition', 'e', '--o', 'x'], '没有选项 --o'], [['a', '-edition', 'e'], '没有选项 -edition'],
    [['a', '--edition', 'e', '--edition', 'f'], '写了两次'], [['a', '--edition', 'e', '--json=1'], '不带值'], [['a', '--constructor', 'e'], '没有选项 --constructor'],
  ])('%j: %s', (words, message) => {
    expect(() => read(...words)).toThrow(UsageError);
    expect(() => read(...words)).toThrow(message);
  });
});
