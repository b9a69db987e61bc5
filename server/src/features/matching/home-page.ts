import type { Home, HomeRow } from '@zhitong/contract/matching/home-contract';
import type { InboxEntry } from '@zhitong/contract/matching/inbox-contract';
import type { Language } from '@zhitong/domain/language';
import { lightOf } from '@zhitong/domain/matching/home-light';
import { cityDay, endOfCityDay } from '@zhitong/domain/needs/city-day';
import { needSubject } from '@zhitong/domain/needs/need-subject';
import { needFigures } from '#features/needs/public';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { contextIn, contextOf, type Viewer } from '#platform/viewer';
import { listDealCities } from './deal-cities.ts';
import { sumLedger } from './deal-views.ts';
import { listDesk } from './home-desk.ts';
import { countOpportunities, type HomeScope, listWaiting, listWaitingDeals, type WaitingRow } from './home-views.ts';
import { viewInbox } from './inbox-views.ts';

const rowsOnHome = 7;
const latest = 5;
/** Notices looked at for the latest: the bureau is told of one need once per supplier, and reads it once. */
const noticesRead = 60;

export interface HomeReading {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly now: Date;
}

/** What waits for the viewer in every city it deals in, the latest changes, and its figures. */
export async function readHome(database: Database, { viewer, language, now }: HomeReading): Promise<Home> {
  const cities = await listDealCities(database, viewer);
  const bureau = contextOf(viewer).viewer === 'bureau';
  const organisation = bureau ? undefined : viewer.organisationId;
  const reading = { organisation, today: cityDay(now), language };
  const [desk, parts, open, inbox] = await Promise.all([
    bureau ? inContext(database, contextOf(viewer), (tx) => listDesk(tx, viewer.city)) : [],
    Promise.all(cities.map((city) => readCity(database, viewer, { ...reading, city }))),
    inContext(database, contextOf(viewer), (tx) => countOpen(tx, { ...reading, city: viewer.city, now })),
    viewInbox(database, viewer, { after: undefined, limit: noticesRead, language }),
  ]);
  const waiting = parts.flatMap((part) => part.waiting).sort(byTheClock);
  return {
    // what waits at the bureau's own desk stands before what it only looks after
    waiting: [...desk, ...waiting].slice(0, rowsOnHome).map((row) => homeRow(row, language, now)),
    waitingTotal: parts.reduce((sum, part) => sum + (part.waiting[0]?.total ?? 0), desk.length),
    recent: latestOf(inbox.entries.toReversed()),
    figures: { ...open, countedFen: parts.reduce((sum, part) => sum + part.countedFen, 0) },
  };
}

async function countOpen(tx: Tx, scope: HomeScope & { readonly now: Date }) {
  const lists = await needFigures.countOpen(tx, scope);
  const openNeeds = lists.reduce((sum, { open }) => sum + open, 0);
  return { openNeeds, lists: [...lists], openOpportunities: await countOpportunities(tx, scope) };
}

function latestOf(newestFirst: readonly InboxEntry[]): Home['recent'] {
  const said = new Map<string, Home['recent'][number]>();
  for (const { text, at, link } of newestFirst) if (!said.has(text)) said.set(text, { text, at, link });
  return [...said.values()].slice(0, latest);
}

function readCity(database: Database, viewer: Viewer, scope: HomeScope) {
  return inContext(database, contextIn(scope.city, viewer), async (tx) => {
    const list = scope.city === viewer.city ? listWaiting : listWaitingDeals;
    const waiting = await list(tx, scope, rowsOnHome);
    const sums = await sumLedger(tx, { ...scope, filter: { state: 'all', q: '' } });
    return { waiting, countedFen: sums.confirmedFen };
  });
}

/** The same order as in the database, for rows of several cities: nearest deadline, then what has waited longest. */
function byTheClock(a: WaitingRow, b: WaitingRow): number {
  if (a.due !== b.due) return (a.due ?? '9999-12-31') < (b.due ?? '9999-12-31') ? -1 : 1;
  return a.since.getTime() - b.since.getTime();
}

const pages = {
  'quotes-to-choose': 'needs',
  'need-without-match': 'needs',
  'need-kept-back': 'needs',
  'answer-to-confirm': 'needs',
  'extension-to-decide': 'needs',
  'opportunity-to-answer': 'opportunities',
  'step-to-confirm': 'deals',
  'delivery-due': 'deals',
  'claims-to-decide': 'reviews',
  'disputes-to-answer': 'disputes',
} as const satisfies Record<HomeRow['kind'], string>;

function homeRow(row: WaitingRow, language: Language, now: Date): HomeRow {
  const due = row.due === null ? null : endOfCityDay(row.due);
  return {
    kind: row.kind,
    subject:
      row.id === null
        ? ''
        : needSubject({ product: row.product ?? firstWords(row.text), quantity: row.quantity }, language),
    count: row.count,
    firm: row.firm,
    due: due?.toISOString() ?? null,
    light: lightOf(due, now),
    link: [`/${pages[row.kind]}`, ...(row.id === null ? [] : [row.id])].join('/'),
  };
}

/** A need whose product nobody recognised is called by its first words. */
function firstWords(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
