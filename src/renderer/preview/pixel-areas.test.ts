import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pixelAreas } from './pixel-areas';

const WIDTH = 398;
const HEIGHT = 564;
const place = fc.record({ x: fc.double({ min: -50, max: 1200, noNaN: true }), y: fc.double({ min: -50, max: 1700, noNaN: true }), width: fc.double({ min: 0.1, max: 600, noNaN: true }), height: fc.double({ min: 0.1, max: 600, noNaN: true }) });

it('the pixels of each area are in one part, none is in two, none beside the picture', () => {
  fc.assert(fc.property(fc.array(place, { maxLength: 12 }), fc.constantFrom(0.36, 1, 1.7), (areas, scale) => {
    const times = new Uint8Array(WIDTH * HEIGHT);
    for (const { x, y, width, height } of pixelAreas(areas, scale, WIDTH, HEIGHT)) {
      expect([x, y, width, height].every(Number.isInteger) && x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= WIDTH && y + height <= HEIGHT).toBe(true);
      for (let row = y; row < y + height; row++) for (let at = x; at < x + width; at++) times[row * WIDTH + at]!++;
    }
    expect(times.every((count) => count <= 1)).toBe(true);
    for (const { x, y, width, height } of areas) {
      for (let row = Math.max(0, Math.floor(y * scale)); row < Math.min(HEIGHT, (y + height) * scale); row += 5) {
        for (let at = Math.max(0, Math.floor(x * scale)); at < Math.min(WIDTH, (x + width) * scale); at += 5) if (times[row * WIDTH + at] !== 1) throw new Error(`${at} ${row} is in no part`);
      }
    }
  }), { numRuns: 60 });
});

it('what lies below each other is one part; where nothing differs there is none', () => {
  expect(pixelAreas([{ x: 40, y: 10, width: 20, height: 10 }, { x: 42, y: 30, width: 10, height: 60 }], 1, WIDTH, HEIGHT)).toEqual([{ x: 32, y: 0, width: 32, height: 96 }]);
  expect(pixelAreas([{ x: 0, y: 0, width: 398, height: 564 }], 1, WIDTH, HEIGHT)).toEqual([{ x: 0, y: 0, width: 398, height: 564 }]);
  expect(pixelAreas([], 1, WIDTH, HEIGHT)).toEqual([]);
});
