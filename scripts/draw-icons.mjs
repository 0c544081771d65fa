// Draws resources/icons: PNGs for every desktop from the two drawings beside them (the small one up
// to 32 pixels), and from those the .ico of Windows and the .icns of macOS, which are containers of
// PNGs. Run by hand after a drawing has changed; the pictures are committed, so that packing needs no
// window. The window's own Chromium rasters. Needs a screen (xvfb-run -a) and `npm run build`.
import { readFileSync, writeFileSync } from 'node:fs';
import { ensureElectron } from './setup/electron.mjs';
import { inRoot } from './setup/place.mjs';
import { say } from './setup/run.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const SMALL = 32;
/** Types of an .icns by their size. */
const ICNS = [['icp4', 16], ['icp5', 32], ['icp6', 64], ['ic07', 128], ['ic08', 256], ['ic09', 512], ['ic10', 1024]];
const ICO = [16, 24, 32, 48, 64, 128, 256];

const folder = inRoot('resources/icons');
const electron = await ensureElectron();
if (electron === null) process.exit(1);
const { _electron } = await import('playwright-core');
const app = await _electron.launch({ executablePath: electron.executable, cwd: inRoot(), args: ['--no-sandbox', '.'] });
const page = await app.firstWindow();
const drawings = { large: readFileSync(`${folder}/banxin.svg`, 'utf8'), small: readFileSync(`${folder}/banxin-small.svg`, 'utf8') };
const pictures = new Map();
for (const size of SIZES) {
  const png = await page.evaluate(draw, { svg: size <= SMALL ? drawings.small : drawings.large, size });
  pictures.set(size, Buffer.from(png, 'base64'));
  writeFileSync(`${folder}/${size}x${size}.png`, pictures.get(size));
}
await app.close();
writeFileSync(`${folder}/banxin.ico`, ico());
writeFileSync(`${folder}/banxin.icns`, icns());
say(`画好 ${SIZES.length} 个尺寸的图标：resources/icons`);

/** In the page: a drawing as a PNG, base64. */
async function draw({ svg, size }) {
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${btoa(unescape(encodeURIComponent(svg)))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  canvas.getContext('2d').drawImage(image, 0, 0, size, size);
  return canvas.toDataURL('image/png').split(',')[1];
}

/** ICONDIR, an ICONDIRENTRY a picture, the PNGs (Windows Vista and later read those). */
function ico() {
  const head = Buffer.alloc(6 + 16 * ICO.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(ICO.length, 4);
  let at = head.length;
  ICO.forEach((size, index) => {
    const entry = 6 + 16 * index;
    const { length } = pictures.get(size);
    // 0 means 256.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += length;
  });
  return Buffer.concat([head, ...ICO.map((size) => pictures.get(size))]);
}

function icns() {
  const parts = ICNS.map(([type, size]) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32BE(8 + pictures.get(size).length, 4);
    return Buffer.concat([head, pictures.get(size)]);
  });
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'latin1');
  head.writeUInt32BE(8 + body.length, 4);
  return Buffer.concat([head, body]);
}
