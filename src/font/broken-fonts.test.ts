// Files that are no font, or a broken one: a FontError that says so, never
// another exception, never an endless loop. A flipped bit may also go unseen
// (a curve a little off); what may not happen is a crash in a stranger's words.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inRepository } from '../../test/fixtures/fonts/pinned';
import { bytesSource } from './byte-source';
import { listFaces } from './face-info';
import { FontError } from './font-error';
import { NO_ADJUST } from './glyph-adjust';
import { openFont } from './open-font';

const RAISED = { ...NO_ADJUST, rise: 0.075 };
const RESHAPED = { ...NO_ADJUST, hanScale: 1.1, stopShift: -0.1 };
const TINY = ['tiny-song.ttf', 'tiny-times.ttf', 'tiny-cid.otf', 'tiny-name.otf', 'tiny.ttc'];

function tiny(name: string): Uint8Array {
  return readFileSync(inRepository(`test/fixtures/fonts/${name}`));
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

describe('a file that is no font is told by what it is', () => {
  it.each([
    ['empty', new Uint8Array(0), 'not-font', '不是字体文件'],
    ['shorter than any header', ascii('abc'), 'not-font', '不是字体文件'],
    ['a text', ascii('政协工作报告 is a text of some length'), 'not-font', '不是字体文件'],
    ['zeros', new Uint8Array(4096), 'not-font', '不是字体文件'],
    ['a web font', ascii(`wOFF${'\0'.repeat(60)}`), 'unsupported', '网页字体'],
    ['a web font of version 2', ascii(`wOF2${'\0'.repeat(60)}`), 'unsupported', '网页字体'],
    ['a Type 1 font', ascii('%!PS-AdobeFont-1.0: Some'), 'unsupported', 'Type 1'],
    ['a collection of no faces', ascii(`ttcf\0\x01\0\0\0\0\0\0${'\0'.repeat(20)}`), 'broken', '字体集'],
    ['a font without tables', ascii(`\0\x01\0\0\0\0${'\0'.repeat(20)}`), 'unsupported', '轮廓'],
  ])('%s', (_what, bytes, code, words) => {
    const thrown = caught(() => listFaces(bytesSource(bytes)));
    expect(thrown).toBeInstanceOf(FontError);
    expect((thrown as FontError).code).toBe(code);
    expect((thrown as FontError).message).toContain(words);
  });
});

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}

/** Everything that a face can be asked. */
function useAll(bytes: Uint8Array): void {
  const source = bytesSource(bytes);
  for (const face of listFaces(source)) {
    const font = openFont(source, { index: face.index });
    const glyphs = [...'一的，—…1Aaé BC'].map((c) => font.glyphOf(c.codePointAt(0)!));
    for (const glyph of glyphs) {
      font.advanceOf(glyph);
      font.inkOf(glyph);
      font.outline(glyph);
    }
    font.halfWidthOf(0x31);
    font.doubleOf(0x2014);
    void [font.capHeight, font.xHeight];
    font.subset(glyphs);
    const baked = openFont(source, { index: face.index, adjust: font.format === 'cff' ? RAISED : RESHAPED });
    for (const glyph of glyphs) baked.inkOf(glyph);
    baked.subset(glyphs);
  }
}

/** Where the last of the tables ends that a reader looks into; behind it lie vmtx, VORG and their like. */
function endInUse(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const collection = view.getUint32(0) === 0x74746366;
  const starts = collection ? Array.from({ length: view.getUint32(8) }, (_, i) => view.getUint32(12 + i * 4)) : [0];
  let end = 0;
  for (const start of starts) {
    for (let i = 0; i < view.getUint16(start + 4); i += 1) {
      const record = start + 12 + i * 16;
      const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
      if (/head|hhea|maxp|OS.2|name|post|cmap|hmtx|loca|glyf|CFF |GSUB/.test(tag)) end = Math.max(end, view.getUint32(record + 8) + view.getUint32(record + 12));
    }
  }
  return end;
}

describe.each(TINY)('%s', (name) => {
  const whole = tiny(name);

  it('answers everything while it is whole', () => {
    expect(caught(() => { useAll(whole); })).toBeNull();
  });

  it('cut off anywhere before the end of its last table in use: a FontError, or of a collection the faces that are whole', () => {
    const strangers: string[] = [];
    for (let length = 0; length < endInUse(whole); length += 13) {
      const thrown = caught(() => { useAll(whole.subarray(0, length)); });
      const fewer = thrown === null && listFaces(bytesSource(whole.subarray(0, length))).length < listFaces(bytesSource(whole)).length;
      if (!(thrown instanceof FontError) && !fewer) strangers.push(`${length}: ${String(thrown)}`);
    }
    expect(strangers).toEqual([]);
  });

  it('one byte changed, each seventh in turn: a FontError or an answer, no other exception', () => {
    const strangers: string[] = [];
    const bytes = Uint8Array.from(whole);
    let seed = 20241125;
    for (let at = 0; at < bytes.length; at += 7) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      const before = bytes[at]!;
      bytes[at] = before ^ (1 + ((seed >>> 16) % 255));
      const thrown = caught(() => { useAll(bytes); });
      if (thrown !== null && !(thrown instanceof FontError)) strangers.push(`${at}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : 'no Error'}`);
      bytes[at] = before;
    }
    expect(strangers).toEqual([]);
  });
});
