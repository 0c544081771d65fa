// What the window uses of a review. Decisions and questions have their own files.
export { decide, lineWords, PART_NAMES } from './decide';
export { packRecognition, unpackRecognition } from './recognition-json';
export { questionsOf, type DamagedLine, type ReviewQuestion } from './questions';
export { replay, type ReviewStep } from './steps';
export { startReview, type Review } from './review';
export { isOriginal, reviewPackage } from './review-package';
