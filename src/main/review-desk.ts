// What main does for the import that is under review in a window: it holds the text
// that came in, keeps the journal of what is decided on it (review-journal.ts), and
// offers at the next start what a crash left. The review itself is the window's.
import path from 'node:path';
import type { ImportedText, KeptReview, ResumedReview } from '../ipc/importing';
import type { Opened } from '../ipc/index';
import type { ReviewStep } from '../core/import/review/steps';
import { AppError } from '../node/app-error';
import { giveUpReview, listReviews, readReview, ReviewJournal, wantReview, type ReviewHome } from '../node/review-journal';

/** What it needs of the desk. */
export interface ReviewLinks {
  /** Folder of the user's data. */
  readonly userData: string;
  /** Reads a text for its review, in a process of its own. */
  read(source: { readonly bytes: Uint8Array; readonly name: string }): Promise<ImportedText>;
  /** The open package, where what is reviewed would go; null: none is open that can be changed. */
  home(): ReviewHome | null;
  /** Opens the package that a review goes into, where no other is open. @throws AppError where that package must be recovered first. */
  openHome(home: ReviewHome): Promise<Opened | null>;
  /** Resolves when the open document can be recovered from its own journal. */
  journaled(): Promise<void>;
  /** Tells the window why the disk does not take the journal. */
  trouble(reason: string): void;
}

export class ReviewDesk {
  readonly #folder: string;
  readonly #links: ReviewLinks;
  #text: Pick<ImportedText, 'name' | 'bytes' | 'sha256'> | null = null;
  /** Begun by the first step: a text that is only looked at is where it came from. */
  #journal: ReviewJournal | null = null;

  constructor(links: ReviewLinks) {
    this.#links = links;
    this.#folder = path.join(links.userData, 'reviews');
  }

  /** A text goes to the window to be reviewed; what was reviewed before it is given up. */
  async begin(imported: ImportedText): Promise<ImportedText> {
    await this.leave();
    this.#text = imported;
    return imported;
  }

  /** A step of the review of the text with this hash. @throws AppError `review-unknown`. */
  async step(sha256: string, step: ReviewStep): Promise<void> {
    if (this.#text?.sha256 !== sha256) throw new AppError('review-unknown', '这份导入审阅已经换成别的，刚才的决定没有记到磁盘。');
    // What is in a package can be recovered from there first.
    if (step.kind === 'finished') await this.#links.journaled().catch(() => {}); // told by the document
    if (this.#journal === null) this.#journal = this.#open({ name: this.#text.name, bytes: this.#text.bytes, steps: [step], resumedFrom: null, home: this.#links.home() });
    else this.#journal.append(step);
  }

  async list(): Promise<readonly KeptReview[]> {
    return (await listReviews(this.#folder)).map(({ id, name, at, decisions, home }) => ({ id, name, at, decisions, home: home?.name ?? null }));
  }

  /** The text of a review that a crash left, recognised again, and what had been done on it; the package that it goes into is opened. @throws AppError. */
  async resume(id: string): Promise<ResumedReview> {
    const { name, bytes, steps, home } = await readReview(this.#folder, id);
    const opened = home === null ? null : await this.#links.openHome(home);
    const isHome = home !== null && this.#links.home()?.packageId === home.packageId;
    const imported = await this.begin(await this.#links.read({ bytes, name }));
    this.#journal = this.#open({ name, bytes, steps, resumedFrom: id, home });
    // Where it cannot be written the old one stays, and the window is told.
    await this.#journal.settled().catch(() => {});
    return { imported, steps, opened, missing: isHome ? null : (home?.name ?? null) };
  }

  giveUp(id: string): Promise<void> {
    return giveUpReview(this.#folder, id);
  }

  want(id: string): Promise<void> {
    return wantReview(this.#folder, id);
  }

  /** The window closes or takes another text, and the user agreed. */
  async leave(): Promise<void> {
    const journal = this.#journal;
    this.#forget();
    await journal?.drop();
  }

  /** Nobody was asked: the system ends the program, or the page died. */
  async keep(): Promise<void> {
    const journal = this.#journal;
    this.#forget();
    await journal?.keep();
  }

  #forget(): void {
    this.#journal = null;
    this.#text = null;
  }

  #open(start: ConstructorParameters<typeof ReviewJournal>[1]): ReviewJournal {
    return new ReviewJournal(this.#folder, start, (reason) => {
      if (reason !== null) this.#links.trouble(reason);
    });
  }
}
