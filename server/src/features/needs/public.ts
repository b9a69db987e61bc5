import { minutesOfToday, wholeMinutes } from './case-row.ts';
import { getCaseRules } from './case-rules.ts';
import { feedbackDueOf, listOpenOrders, listStuckCases } from './chief-matters.ts';
import { isKeptBack } from './kept-store.ts';
import { endNeed } from './need-ending.ts';
import { countOpenNeeds } from './need-figures.ts';
import { findNeed, listOpenNeeds, lockNeed } from './need-store.ts';
import { issueIn } from './order-service.ts';
import { getTaskTerms } from './task-terms.ts';
import { changeTerms, type TermsBook, termsOf } from './terms-book.ts';

/** How many needs are open, for a page that leads to them. */
export const needFigures = { countOpen: countOpenNeeds };

/** What matching may ask of needs, inside its own transaction and the context that runs there. */
export const needBook = { find: findNeed, lock: lockNeed, end: endNeed, listOpen: listOpenNeeds, isKeptBack };

/** What a chief's page may ask and order, inside its own transaction: nothing the context could not read or order by itself. */
export const chiefMatters = {
  listStuck: listStuckCases,
  listOrders: listOpenOrders,
  feedbackDue: feedbackDueOf,
  order: issueIn,
};

/** Working time and lights of the city, for whoever has something due by a day. */
export const cityClock = { rules: getCaseRules, minutesOfToday, wholeMinutes };
/** The clock of tasks that are no cases: the calendar and the terms of orders. */
export const taskClock = { terms: getTaskTerms };

/** Terms of a city that hold from a day on: how they are listed and changed, whatever they are of. */
export const cityTerms = { list: termsOf, change: changeTerms };
export type CityTermsBook<Terms extends object> = TermsBook<Terms>;
