// A document store at work, for tests of what main holds and keeps: a package open in it, user data of its own, and
// everything taken away after each test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ReplaceStep } from 'prosemirror-transform';
import { Fragment, Slice } from 'prosemirror-model';
import { afterEach } from 'vitest';
import type { ChangeGroup } from '../src/core/model/change';
import { readPackage, writePackage } from '../src/core/model/package-file';
import { schema } from '../src/core/model/schema';
import { DocumentStore } from '../src/main/document-store';
import { Backups } from '../src/node/backups';
import type { JournalStep } from '../src/node/journal';
import type { SaveStep } from '../src/node/save-file';
import { article, doc, p, packageOf } from './build';

/** A package of one article `a`, a report of one paragraph 正文. */
export const BYTES = writePackage(packageOf([article('a', 'report', doc(p('正文')))]), null);

/** Types `text` at position 1 of article a. */
export function typing(text: string): ChangeGroup {
  const step = new ReplaceStep(1, 1, new Slice(Fragment.from(schema.text(text)), 0, 0));
  return { label: '输入', at: 0, changes: [{ kind: 'steps', article: 'a', field: null, steps: [step.toJSON()] }] };
}

const folders: string[] = [];
const stores: DocumentStore[] = [];

/** Takes away after each test of a file what it made here. Each file calls it: a worker reads this module once for all. */
export function clearBench(): void {
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.letGo();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
}

/** The store lets its text go after the test. */
export function letGoAfter(store: DocumentStore): void {
  stores.push(store);
}

/** A folder that goes after the test. */
export function temporary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'banxin-store-'));
  folders.push(folder);
  return folder;
}

export interface Bench {
  readonly store: DocumentStore;
  readonly number: number;
  readonly backups: Backups;
  /** Folder of the user's data. */
  readonly userData: string;
}

/** A store that holds BYTES, or what the options say, with user data of its own; let go after the test. */
export async function open(options: { file?: string; isNew?: boolean; readOnly?: string; bytes?: Uint8Array; fault?: (step: SaveStep | JournalStep) => void } = {}): Promise<Bench> {
  const userData = temporary();
  const backups = new Backups(path.join(userData, 'backups'));
  const store = new DocumentStore({ journals: path.join(userData, 'journal'), backups, ...(options.fault === undefined ? {} : { fault: options.fault }) });
  letGoAfter(store);
  const opened = { ...readPackage(options.bytes ?? BYTES), ...(options.readOnly === undefined ? {} : { readOnly: options.readOnly }) };
  const { document } = await store.hold({ opened, file: options.file ?? null, isNew: options.isNew ?? false, notes: [], questions: [] });
  return { store, number: document, backups, userData };
}
