// Where things are: the root of the checkout and the git-ignored folders that set-up fills.
// Everything that set-up makes stands inside the checkout, so that deleting it undoes set-up.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The git-ignored folder of what set-up fetches and remembers. */
export const cache = path.join(root, '.cache');

/** A path inside the checkout. */
export const inRoot = (...parts) => path.join(root, ...parts);

/** The command that an npm package of the project brings. */
export const bin = (name) => inRoot('node_modules/.bin', name);
