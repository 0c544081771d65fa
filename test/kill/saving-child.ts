// A program of its own that does what main does with a text, to be killed: holds a
// package, takes a change group every few milliseconds, saves now and then. Each
// letter is told on stdout before it is given, with its time. Run by kill.test.ts,
// bundled, in plain Node. Arguments (JSON): see ChildOrder.
import { existsSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { readPackage } from '../../src/core/model/package-file';
import { schema } from '../../src/core/model/schema';
import type { RecoveryChoice } from '../../src/ipc/saving';
import { DocumentStore } from '../../src/main/document-store';
import { RecoveryDesk } from '../../src/main/recovery-desk';
import { Backups } from '../../src/node/backups';

export interface ChildOrder {
  readonly userData: string;
  /** The package that is open; its bytes are also what a text without a file starts from. */
  readonly file: string;
  /** Whether it is saved there. */
  readonly isNamed: boolean;
  /** Between two letters, ms. */
  readonly pause: number;
  /** Between two saves, ms; by turns by hand and by itself. */
  readonly savePause: number;
  /** The step of saving or journaling at which the child kills itself, the n-th time that it comes there (from 1); null: it is killed from outside. */
  readonly dieAt: { readonly step: string; readonly times: number } | null;
  /** Instead of typing: recover what is there, this way. */
  readonly recover: RecoveryChoice | null;
}

const order = JSON.parse(process.argv[2] ?? '') as ChildOrder;
let times = 0;

const backups = new Backups(path.join(order.userData, 'backups'));
const store = new DocumentStore({
  journals: path.join(order.userData, 'journal'),
  backups,
  fault: (step) => {
    if (order.dieAt?.step === step && ++times === order.dieAt.times) process.kill(process.pid, 'SIGKILL');
  },
});

function load(file: string) {
  return { opened: readPackage(new Uint8Array(readFileSync(file))), file, isNew: false, notes: [], questions: [] };
}

async function type(): Promise<void> {
  const loaded = load(order.file);
  const { document } = await store.hold(order.isNamed ? loaded : { ...loaded, file: null, isNew: true });
  let version = 0;
  const article = loaded.opened.pkg.articles[0]!;
  let end = article.doc.content.size - 1;
  const started = Date.now();
  let saves = 0;
  let saving: Promise<unknown> = Promise.resolve();
  for (;;) {
    const letter = String.fromCodePoint(0x4e00 + version);
    // Told first: what is told and not recovered is what counts as missing.
    writeSync(1, `${version} ${Date.now()}\n`);
    const step = new ReplaceStep(end, end, new Slice(Fragment.from(schema.text(letter)), 0, 0));
    version++;
    end++;
    store.apply(document, version, { label: '输入', at: Date.now(), changes: [{ kind: 'steps', article: article.id, field: null, steps: [step.toJSON()] }] });
    if (order.isNamed && Date.now() - started > (saves + 1) * order.savePause) {
      saves++;
      const frozen = store.freeze(document, version);
      saving = saving.then(() => store.save(frozen, order.file, { by: saves % 2 === 0 ? 'hand' : 'auto' }));
    }
    await new Promise((resolve) => setTimeout(resolve, order.pause));
  }
}

async function recoverAll(how: RecoveryChoice): Promise<void> {
  const desk = new RecoveryDesk(path.join(order.userData, 'journal'), backups, {
    sessions: () => new Set(store.session === null ? [] : [store.session]),
    isJournaled: () => store.state.journalTrouble === null,
    take: async (give) => store.hold(await give()),
    open: async (file) => store.hold(load(file)),
  });
  const { items } = await desk.list();
  writeSync(1, `found ${items.length}\n`);
  const [item] = items;
  if (item !== undefined) {
    await desk.texts(item.id);
    await desk.choose(item.id, item.file === null || !existsSync(path.join(item.folder ?? '', item.file)) ? (how === 'disk' || how === 'both' ? 'discard' : how) : how);
  }
  writeSync(1, 'done\n');
  // Stays open as a program does, until it is killed.
  setInterval(() => {}, 1000);
}

void (order.recover === null ? type() : recoverAll(order.recover));
