// The fuses of an Electron program as they stand in its file, by name: 'on', 'off', or what else is there.
import { createRequire } from 'node:module';
import { inRoot } from '../setup/place.mjs';

const require = createRequire(inRoot('package.json'));

/** A fuse is one character in the file. */
const WORDS = { 0: 'off', 1: 'on', r: 'removed' };

/** Reads them. Throws where the file is no Electron. */
export async function readFuses(executable) {
  const { FuseV1Options, getCurrentFuseWire } = require('@electron/fuses');
  const wire = await getCurrentFuseWire(executable);
  const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)) && wire[FuseV1Options[name]] !== undefined);
  return Object.fromEntries(names.map((name) => [name, WORDS[String.fromCharCode(wire[FuseV1Options[name]])] ?? 'unknown']));
}
