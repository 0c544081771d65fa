// Who may import whom, read from the import lines of every source file: the arrows between the
// folders of src, the order inside core, and which npm packages stand where. The compiler projects
// see most of the first only (references are transitive, and they let `electron` into core).
// The table is DESIGN's "Who may import whom"; an arrow is permission, anything else an error.
// Test files are held to less: they may read whatever they test with, but no folder's top.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** What the files of one folder of src may import: other folders, npm packages, Node's own modules. */
interface Allowance {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
  readonly node: boolean;
  /** Whether it may bundle JSON of resources/ (looks, masters). */
  readonly data?: boolean;
}

const DATA = ['fflate', 'valibot', 'prosemirror-model', 'prosemirror-transform'];

const FOLDERS: Readonly<Record<string, Allowance>> = {
  core: { folders: [], packages: [...DATA, 'solarlunar'], node: false },
  // Runs in the worker too, so no Node: file ranges come through a ByteSource made in node/.
  font: { folders: ['core'], packages: ['fontkit'], node: false },
  pdf: { folders: ['core'], packages: ['pdfkit'], node: true },
  docx: { folders: ['core'], packages: [...DATA, 'saxes', 'word-extractor'], node: true },
  node: { folders: ['core', 'font', 'pdf', 'docx'], packages: DATA, node: true, data: true },
  ipc: { folders: ['core'], packages: [], node: false },
  main: { folders: ['core', 'font', 'pdf', 'docx', 'node', 'ipc'], packages: [...DATA, 'electron'], node: true },
  preload: { folders: ['ipc'], packages: ['electron'], node: false },
  renderer: {
    folders: ['core', 'font', 'ipc'],
    packages: [...DATA, 'react', 'react-dom', '@tanstack/react-virtual', 'prosemirror-state', 'prosemirror-view', 'prosemirror-keymap', 'prosemirror-commands'],
    node: false,
  },
  cli: { folders: ['core', 'font', 'pdf', 'docx', 'node'], packages: DATA, node: true },
};

/** Folders that are programs' tops: nobody imports from them, tests beside them apart. */
const TOPS = ['main', 'preload', 'renderer', 'cli'];

/** The files at core's root that everything stands on; the other files there belong to the door, `typeset`. */
const GROUND = ['units', 'geometry', 'diagnostic', 'font', 'assert-never', 'join-bytes'];

/** The parts of core and what each may import. */
const CORE: Readonly<Record<string, readonly string[]>> = {
  ground: [],
  model: ['ground'],
  flow: ['ground', 'model'],
  line: ['ground', 'model', 'flow'],
  page: ['ground', 'model', 'flow', 'line'],
  display: ['ground', 'model', 'flow', 'line', 'page'],
  makeup: ['ground', 'model', 'flow', 'line', 'page'],
  import: ['ground', 'model'],
  'text-out': ['ground', 'model'],
  report: ['ground', 'model'],
  proof: ['ground', 'model'],
  typeset: ['ground', 'model', 'flow', 'line', 'page', 'display', 'makeup'],
};

/** The rooms of makeup, the lowest first: each may import from itself and those before it. */
const MAKEUP = ['measure', 'rules', 'draft', 'stacks', 'search', 'judge', 'propose', 'hand'];

/** `flow` is the border: what stands below it is plain records and can be tested without ProseMirror. */
const WITHOUT_PROSEMIRROR = ['ground', 'line', 'page', 'display', 'makeup'];

interface ImportLine {
  readonly from: string;
  readonly typeOnly: boolean;
  /** By `import()` or `require()`, when it is reached. */
  readonly lazy: boolean;
}

/** The import lines of a source text, `export … from` and `import()` among them, comments left out. */
function importLines(source: string): ImportLine[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found: ImportLine[] = [];
  for (const match of code.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)) {
    found.push({ from: match[2] ?? '', typeOnly: match[1] !== undefined, lazy: false });
  }
  for (const match of code.matchAll(/\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g)) {
    found.push({ from: match[1] ?? '', typeOnly: false, lazy: true });
  }
  return found;
}

/** The part of core that a path inside core belongs to. */
function corePart(inside: string): string {
  const [first, ...rest] = inside.split('/');
  if (rest.length > 0) return first ?? '';
  return GROUND.includes(inside.replace(/\.ts$/, '')) ? 'ground' : 'typeset';
}

/** What is wrong with this import line in this file (a path below src), or null. */
function complaint(file: string, line: ImportLine): string | null {
  const [folder = '', ...inside] = file.split('/');
  const allowed = FOLDERS[folder];
  if (allowed === undefined) return `${folder} is no folder of the house`;
  const isTest = /\.test\.tsx?$/.test(file);
  if (line.from.startsWith('.')) {
    if (/\.(?:[cm]?[jt]sx?)$/.test(line.from)) return 'a relative import carries no extension';
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), line.from.replace(/\?.*$/, '')));
    if (allowed.data === true && /^\.\.\/resources\/.+\.json$/.test(target)) return null;
    if (target.startsWith('..')) return isTest ? null : 'leaves src';
    const [other = '', ...otherInside] = target.split('/');
    if (other !== folder) {
      if (TOPS.includes(other)) return `nobody imports from ${other}`;
      if (isTest) return null;
      if (!allowed.folders.includes(other)) return `${folder} may not import ${other}`;
      return folder === 'ipc' && !line.typeOnly ? 'ipc imports types only' : null;
    }
    if (folder !== 'core' || isTest) return null;
    const [here, there] = [corePart(inside.join('/')), corePart(otherInside.join('/'))];
    const order = CORE[here];
    if (order === undefined) return `${here} is no part of core`;
    if (here === 'makeup' && there === 'makeup') return makeupComplaint(inside[1] ?? '', otherInside[1] ?? '');
    return here === there || order.includes(there) ? null : `${here} may not import ${there}`;
  }
  if (isTest) return null;
  if (line.from.startsWith('node:')) return allowed.node ? null : `${folder} has no Node`;
  const name = line.from.split('/').slice(0, line.from.startsWith('@') ? 2 : 1).join('/');
  if (!allowed.packages.includes(name)) return `${name} does not stand in ${folder}`;
  if (folder === 'core' && name.startsWith('prosemirror') && WITHOUT_PROSEMIRROR.includes(corePart(inside.join('/')))) {
    return `${corePart(inside.join('/'))} does not import ProseMirror`;
  }
  return null;
}

/** What is wrong with an import from one room of makeup into another, or null. */
function makeupComplaint(here: string, there: string): string | null {
  if (!MAKEUP.includes(here)) return `${here} is no room of makeup`;
  return MAKEUP.indexOf(there) <= MAKEUP.indexOf(here) && MAKEUP.includes(there) ? null : `makeup's ${here} may not import ${there}`;
}

function sources(folder: string, ending: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => file.replaceAll(path.sep, '/'));
}

describe('who may import whom', () => {
  it('every import line of src follows the arrows of DESIGN', () => {
    const wrong = sources('src', /\.tsx?$/).flatMap((file) =>
      importLines(readFileSync(path.join(root, 'src', file), 'utf8')).flatMap((line) => {
        const found = complaint(file, line);
        return found === null ? [] : [`src/${file}: '${line.from}': ${found}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('what runs before npm packages are there imports Node\'s own modules only', () => {
    // A script that brings the packages is run by plain node on a fresh clone, with all it imports.
    const wrong = sources('scripts', /^(?:(?:setup|suite)\/)?[^/]+\.mjs$/)
      .filter((file) => !file.endsWith('.test.mjs'))
      .map((file) => ({ file, imports: importLines(readFileSync(path.join(root, 'scripts', file), 'utf8')) }))
      .filter(({ file, imports }) => file.includes('/') || imports.some(({ from }) => from.startsWith('./setup/')))
      .flatMap(({ file, imports }) => imports.filter(({ lazy }) => !lazy).map(({ from }) => ({ file, from })))
      .filter(({ from }) => !from.startsWith('node:') && !from.startsWith('.'))
      .map(({ file, from }) => `scripts/${file}: '${from}'`);
    expect(wrong).toEqual([]);
  });

  it.each<[file: string, source: string, says: string | null]>([
    ['core/line/break.ts', "import { zihao } from '../units';", null],
    ['core/line/break.ts', "import type { Flow } from '../flow/flow';", null],
    ['core/line/break.ts', "import { paginate } from '../page/paginate';", 'line may not import page'],
    ['core/line/break.ts', "import type { Node } from 'prosemirror-model';", 'line does not import ProseMirror'],
    ['core/flow/flow.ts', "import type { Node } from 'prosemirror-model';", null],
    ['core/import/read.ts', "import { breakLines } from '../line/break';", 'import may not import line'],
    ['core/proof/rules.ts', "import { roll } from '../report/roll';", 'proof may not import report'],
    ['core/page/paginate.ts', "import { place } from '../makeup/search/place';", 'page may not import makeup'],
    ['core/typeset.ts', "import { place } from './makeup/search/place';", null],
    ['core/makeup/hand/by-hand.ts', "import { place } from '../search/place';", null],
    ['core/makeup/search/place.ts', "import { byHand } from '../hand/by-hand';", "makeup's search may not import hand"],
    ['core/makeup/place.ts', "import { Yardstick } from './measure/yardstick';", 'place.ts is no room of makeup'],
    ['core/line/break.ts', "import type { Typeset } from '../typeset';", 'line may not import typeset'],
    ['core/units.ts', "import { schema } from './model/schema';", 'ground may not import model'],
    ['core/line/shape.ts', "import { readFileSync } from 'node:fs';", 'core has no Node'],
    ['core/line/shape.ts', "import { app } from 'electron';", 'electron does not stand in core'],
    ['core/typeset.ts', "import { open } from '../font/open';", 'core may not import font'],
    ['font/open.ts', "const kit = await import('fontkit');", null],
    ['node/export.ts', "import fontkit from 'fontkit';", 'fontkit does not stand in node'],
    ['node/presets.ts', "import gb from '../../resources/looks/gb.json';", null],
    ['core/model/look.ts', "import gb from '../../../resources/looks/gb.json';", 'leaves src'],
    ['cli/banxin.ts', "const { run } = require('../main/jobs');", 'nobody imports from main'],
    ['ipc/index.ts', "import { mm } from '../core/units';", 'ipc imports types only'],
    ['ipc/index.ts', "import type { Diagnostic } from '../core/diagnostic';", null],
    ['preload/index.ts', "import { mm } from '../core/units';", 'preload may not import core'],
    ['renderer/app.tsx', "import {\n  useState,\n} from 'react';", null],
    ['renderer/app.tsx', "import { writePdf } from '../pdf/write';", 'renderer may not import pdf'],
    ['renderer/app.tsx', "export { pdf } from '../pdf/write';", 'renderer may not import pdf'],
    ['renderer/worker/host.ts', "import Worker from './typeset-worker?worker';", null],
    ['main/index.ts', "import { window } from './window.js';", 'a relative import carries no extension'],
    ['main/index.ts', "// import { x } from '../renderer/app';\nimport '../renderer/app';", 'nobody imports from renderer'],
    ['core/line/break.test.ts', "import { describe } from 'vitest';\nimport { doc } from '../../../test/build';", null],
    ['core/line/break.test.ts', "import { run } from '../../cli/run';", 'nobody imports from cli'],
  ])('%s with %j: %s', (file, source, says) => {
    const found = importLines(source).map((line) => complaint(file, line)).find((one) => one !== null) ?? null;
    expect(importLines(source)).not.toEqual([]);
    expect(found).toBe(says);
  });
});
