import { expect, it } from 'vitest';
import { quoted } from './quote';

it.each([
  ['海草床修复有了施工图', '“海草床修复有了施工图”'],
  ['海草床修复有了“施工图”', '“海草床修复有了‘施工图’”'],
  ['守护“小哥”权益，写好“‘枫桥经验’”', '“守护‘小哥’权益，写好‘“枫桥经验”’”'],
  // Latin text has an apostrophe of the same code.
  ['People’s Daily', '“People’s Daily”'],
])('%s is quoted as %s (GB/T 15834)', (words, inside) => expect(quoted(words)).toBe(inside));
