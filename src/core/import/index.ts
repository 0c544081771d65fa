// What others use of the recogniser.
export { recognise } from './recognise';
export { restoreText } from './restore';
export { toPackage, type ToPackageOptions } from './to-package';
export { outlineOf, outlineOfPackage, importReport, type Outline, type OutlineArticle, type OutlineHeading, type ImportReport } from './outline';
export { queriesOf, type Query } from './queries';
export type { Recognition, RecognisedArticle, RecognisedBlock, RecognisedField, RecognisedHead, Join, Noise, Piece, Unassigned } from './recognition';
export type { Change, ChangeKind } from './clean-line';
