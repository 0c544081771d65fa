import { describe, expect, it } from 'vitest';
import { recognise } from '../recognise';
import { packRecognition, unpackRecognition } from './recognition-json';

describe('a recognition crosses as one string', () => {
  it.each(['', '社论\r\n同心启新程\r岚水汤汤，春潮渐起。', 'a\ud800b\n\udc00\n\u2028“三下乡活动\u0000。'])('%j', (text) => {
    const recognition = recognise(text);
    expect(unpackRecognition(packRecognition(recognition))).toEqual(recognition);
  });
});
