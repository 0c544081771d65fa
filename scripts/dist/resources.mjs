// Puts together what a package holds besides code: resources/ without what only development needs, the faces
// of resources/faces.json that ship (npm's and Debian's), and the licences of everything in the package.
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ask } from '../setup/run.mjs';
import { inRoot } from '../setup/place.mjs';

/** Of resources/, what stays behind: drawings and menu entries (the .deb puts those in their place), raw texts and keys of tests. */
const LEFT = [/^icons\//, /^linux\//, /^fonts\//, /^samples\/(?!.*\.banxin$)/];
/** Taken only where a heavier face cannot be had, which in a package it can. */
const LEFT_FACES = new Set(['noto-serif-sc-700']);

/** Fills the folder anew. */
export function gatherResources(target) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(path.join(target, 'fonts/licences'), { recursive: true });
  const source = inRoot('resources');
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    const name = path.relative(source, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/');
    if (!entry.isFile() || LEFT.some((pattern) => pattern.test(name))) continue;
    mkdirSync(path.dirname(path.join(target, name)), { recursive: true });
    copyFileSync(path.join(source, name), path.join(target, name));
  }
  putFaces(target);
  putLicences(target);
}

function putFaces(target) {
  const { faces } = JSON.parse(readFileSync(inRoot('resources/faces.json'), 'utf8'));
  for (const { id, package: from, file } of faces) {
    const face = from === null ? inRoot('resources/fonts', file) : inRoot('node_modules', from, file);
    if (LEFT_FACES.has(id) || !existsSync(face)) continue;
    copyFileSync(face, path.join(target, 'fonts', path.basename(file)));
    if (from !== null) copyFileSync(inRoot('node_modules', from, 'LICENSE_FONT'), path.join(target, 'fonts/licences', `${path.basename(from)}.txt`));
  }
  const debian = inRoot('resources/fonts/licences');
  if (existsSync(debian)) cpSync(debian, path.join(target, 'fonts/licences'), { recursive: true });
}

/** LICENCES.md, our own licence, and the text of every npm package whose code is in the program. */
function putLicences(target) {
  const folder = path.join(target, 'licences');
  mkdirSync(folder, { recursive: true });
  copyFileSync(inRoot('LICENSE'), path.join(folder, 'LICENSE.txt'));
  copyFileSync(inRoot('LICENCES.md'), path.join(folder, 'LICENCES.md'));
  const production = (ask('npm', ['ls', '--omit=dev', '--all', '--parseable']) ?? '').split('\n').filter((line) => line.includes('node_modules'));
  const all = new Set([...production, ...bundledPackages().map((name) => inRoot('node_modules', name))]);
  const texts = [...all].sort((a, b) => (a < b ? -1 : 1)).flatMap((where) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(where, 'package.json'), 'utf8'));
    if (/^(?:@expo-google-fonts\/|typescript$|@typescript\/)/.test(name)) return [];
    const file = readdirSync(where).find((one) => /^licen[cs]e/i.test(one));
    const text = file === undefined ? `${license} (the package has no text of it)` : readFileSync(path.join(where, file), 'utf8').trim();
    return [`${name} ${version}\n\n${text}\n`];
  });
  writeFileSync(path.join(folder, 'packages.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}

/** What Vite bundles into the window, so that no production dependency names it: what the window's code imports, and what that asks for. */
function bundledPackages() {
  const found = new Set();
  const take = (name) => {
    if (found.has(name)) return;
    found.add(name);
    const { dependencies = {} } = JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8'));
    for (const other of Object.keys(dependencies)) if (existsSync(inRoot('node_modules', other))) take(other);
  };
  for (const file of readdirSync(inRoot('src/renderer'), { recursive: true }).filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))) {
    const source = readFileSync(inRoot('src/renderer', file), 'utf8');
    for (const [, name] of source.matchAll(/\b(?:from|import\()\s*'((?:@[\w.-]+\/)?[a-z][\w.-]*)/g)) if (!name.startsWith('node:')) take(name);
  }
  return [...found];
}
