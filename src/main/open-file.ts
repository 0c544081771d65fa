// A file that the user chose, dropped or named, as a package to hold: .banxin by
// the package reader, anything else as raw text or Word file by the recogniser, each first in a
// process of its own (W61): main takes only bytes that were read there from end to
// end, within their limits. And the samples that ship, which open as packages without a file.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Sample } from '../ipc/index';
import type { RevisionChoice } from '../ipc/opened';
import { toAppError } from '../node/app-error';
import { findPlaces } from '../node/face-table';
import { readPackageBytes } from '../node/package-store';
import type { Loaded } from './held-document';
import type { Reading } from './readers';
import { withEditions } from './with-editions';

export const EXTENSIONS = ['banxin', 'txt', 'docx', 'docm', 'doc', 'wps', 'html', 'htm'] as const;

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw toAppError(error, 'read-failed', '读取', file);
  }
}

/** @throws AppError where the file cannot be read, is no package, no text and no Word file. */
export async function openFile(file: string, reading: Reading, revisions: RevisionChoice = 'accepted'): Promise<Loaded> {
  const name = path.basename(file);
  if (path.extname(file).toLowerCase() === '.banxin') {
    const opened = await readPackageBytes(await reading.package(file), name);
    return { opened: { ...opened, pkg: withEditions(opened.pkg) }, file, isNew: false, notes: [], questions: [] };
  }
  const { bytes, notes, questions, word } = await reading.text(file, revisions);
  return { opened: await readPackageBytes(bytes, name), file: null, isNew: true, notes, questions, ...(word === null ? {} : { word: { file, shown: word } }) };
}

function samplesFolder(): string {
  return path.join(findPlaces().resources, 'samples');
}

/** The sample that shows most of the program: reports in all three kinds of edition. */
const FIRST_SAMPLE = 'yunling.banxin';

/** The sample packages that ship, the one to begin with first, the others by name; none where the folder is not there. */
export async function samples(): Promise<readonly Sample[]> {
  const files = readdirSync(samplesFolder()).filter((file) => file.endsWith('.banxin')).sort((a, b) => Number(b === FIRST_SAMPLE) - Number(a === FIRST_SAMPLE) || (a < b ? -1 : 1));
  const found: Sample[] = [];
  for (const file of files) {
    const { pkg } = await readPackageBytes(await bytesOf(path.join(samplesFolder(), file)), file);
    found.push({ id: path.basename(file, '.banxin'), title: pkg.name });
  }
  return found;
}

/** A sample as a package of its own, saved nowhere yet; the shipped file is never written. */
export async function openSample(id: string): Promise<Loaded> {
  const known = (await samples()).find((sample) => sample.id === id);
  const file = `${known?.id ?? ''}.banxin`;
  const opened = await readPackageBytes(await bytesOf(path.join(samplesFolder(), file)), file);
  return { opened, file: null, isNew: false, notes: [], questions: [] };
}
