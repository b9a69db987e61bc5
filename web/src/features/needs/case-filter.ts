import type { listCases } from '@zhitong/contract/needs/case-contract';
import { dutyLists } from '@zhitong/domain/directory/duty';
import type { z } from 'zod';
import type { Address } from '#platform/address';

type Query = z.input<NonNullable<typeof listCases.query>>;

export const caseViews = ['body', 'mine', 'help', 'done'] as const;
export type CaseView = (typeof caseViews)[number];
const shownLights = ['red', 'yellow', 'green'] as const;
/** What a link from a figure may narrow the list to; the person sees it as one line and takes it away with one click. */
export const narrowings = [
  ...([
    'body',
    'region',
    'chain',
    'unassigned',
    'from',
    'to',
    'handedBack',
    'missed',
    'came',
    'ended',
    'state',
  ] as const),
] as const;

export const pageSize = 50;

export interface CaseFilter {
  readonly who: CaseView;
  readonly list: (typeof dutyLists)[number] | undefined;
  readonly light: (typeof shownLights)[number] | undefined;
  readonly q: string;
  readonly offset: number;
  readonly narrowed: readonly (typeof narrowings)[number][];
  readonly query: Query;
  /** the filter as the end of an address */
  readonly search: string;
}

/** The filter of the inbox is its address. */
export function caseFilterOf(address: Pick<Address, 'get'>): CaseFilter {
  const who = caseViews.find((name) => name === address.get('who')) ?? 'body';
  const list = dutyLists.find((name) => name === address.get('list'));
  const light = shownLights.find((name) => name === address.get('light'));
  const q = address.get('q') ?? '';
  const offset = Number(address.get('offset') ?? 0) || 0;
  const narrowed = narrowings.filter((name) => address.get(name) !== undefined);
  const links = Object.fromEntries(narrowed.map((name) => [name, address.get(name)]));
  const given = { ...(who !== 'body' && { who }), ...(list && { list }), ...(light && { light }), ...(q && { q }) };
  const words = new URLSearchParams({ ...given, ...(offset > 0 && { offset: String(offset) }) });
  for (const name of narrowed) words.set(name, address.get(name) ?? '');
  const search = words.size > 0 ? `?${words}` : '';
  return {
    who,
    list,
    light,
    q,
    offset,
    narrowed,
    query: { who, list, light, q, offset, limit: pageSize, ...links },
    search,
  };
}

/** Takes away what a link from a figure had narrowed the list to. */
export function widenAgain(address: Pick<Address, 'set'>): void {
  address.set({ ...Object.fromEntries(narrowings.map((name) => [name, undefined])), offset: undefined });
}
