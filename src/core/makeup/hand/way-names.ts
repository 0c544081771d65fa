// What a way to mend a block is called in the list of ways, and in what is told once it was taken: its
// title, and the rules of the page that it breaks and that were kept (`2 处碰题`; empty where none).

interface NamedWay {
  readonly title: string;
  readonly added: string;
}

/** Before it is taken. */
export function askedName({ title, added }: NamedWay): string {
  return added === '' ? title : `${title}（会添 ${added}）`;
}

/** Once it was. */
export function madeName({ title, added }: NamedWay): string {
  return added === '' ? title : `${title}（添了 ${added}）`;
}
