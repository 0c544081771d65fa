// Who signs the 批注 written on this computer: asked with the first one, remembered,
// and changed in the same box. Not of the package: ten people open the same one.

const STORE = 'banxin.author';
const LONGEST = 40;

export function readAuthor(storage: Pick<Storage, 'getItem'>): string {
  return (storage.getItem(STORE) ?? '').slice(0, LONGEST);
}

export function keepAuthor(storage: Pick<Storage, 'setItem'>, name: string): void {
  storage.setItem(STORE, name.trim().slice(0, LONGEST));
}
