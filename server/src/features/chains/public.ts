import { findGap, gapIdOf } from './gap-book.ts';

/** Links of the chains, for whoever does something about one. */
export const gapBook = { find: findGap, idOf: gapIdOf };
