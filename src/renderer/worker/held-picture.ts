// A picture of an article under the hand of who makes up the page: the package as it would be
// with the picture where it is held, so that the text can be shown flowing around it before
// it is let go. In: the package and the spot. Out: the package with it; the same one where
// the article has no picture. Nothing is kept by it.
import type { Package, PictureSpot } from '../../core/model/package';

export interface HeldPicture {
  readonly article: string;
  readonly place: PictureSpot;
}

/** The package with a picture where it is held; as it is where none is. */
export function withHeld(pkg: Package, held: HeldPicture | null): Package {
  const picture = held === null ? undefined : pkg.pictures?.[held.article];
  return held === null || picture === undefined ? pkg : { ...pkg, pictures: { ...pkg.pictures, [held.article]: { ...picture, place: held.place } } };
}
