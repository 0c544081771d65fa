// What others use of the recogniser. Other types are taken from their own files
// (recognition.ts, outline.ts, clean-line.ts).
export { recognise } from './recognise';
export { restoreText } from './restore';
export { toPackage } from './to-package';
export { outlineOf, outlineOfPackage, importReport, type Outline } from './outline';
export { queriesOf } from './queries';
export { withSourceLines } from './source-line';
