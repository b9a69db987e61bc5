import { isKeptBack } from './kept-store.ts';
import { endNeed } from './need-ending.ts';
import { findNeed, listOpenNeeds, lockNeed } from './need-store.ts';

/** What matching may ask of needs, inside its own transaction and the context that runs there. */
export const needBook = { find: findNeed, lock: lockNeed, end: endNeed, listOpen: listOpenNeeds, isKeptBack };
