import type { NeedMatch } from '@zhitong/contract/matching/match-contract';
import type { Language } from '@zhitong/domain/language';
import { contactAbroad } from '#features/directory/public';
import { recordRead } from '#platform/audit-reads';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { Viewer } from '#platform/viewer';
import type { LiveIndex } from './live-index.ts';
import { viewNeedMatches } from './match-views.ts';

interface Deps {
  readonly database: Database;
  readonly index: LiveIndex;
  readonly effects: Effects;
}

/** The suppliers of a need. What is confidential in it leaves a trace: other firms' prices before the bureau, contacts before anybody. */
export async function readNeedMatches(deps: Deps, viewer: Viewer, asked: { needId: string; language: Language }) {
  const { abroad, ...seen } = await viewNeedMatches(deps, viewer, asked);
  const subject = { kind: 'need', id: asked.needId };
  const quotes = seen.matches.filter(({ response }) => response?.priceFen !== undefined).length;
  if (viewer.role === 'operator' && quotes > 0)
    await recordRead(deps, viewer, { what: 'price', subject, why: 'supervision', shown: { quotes } });
  const contacts = seen.matches
    .filter(({ contact }) => contact !== undefined)
    .map(({ organisation }) => organisation.name);
  if (contacts.length > 0)
    await recordRead(deps, viewer, { what: 'contact', subject, why: purposeOf(viewer), shown: { contacts } });
  return { ...seen, matches: await withContactsAbroad(deps, viewer, { matches: seen.matches, abroad }) };
}

/** A supplier in another city keeps its contact there; that the deal opened it is decided there too. */
async function withContactsAbroad(
  deps: Deps,
  viewer: Viewer,
  { matches, abroad }: { matches: readonly NeedMatch[]; abroad: readonly { city: string; id: string }[] },
): Promise<NeedMatch[]> {
  const [place] = abroad;
  const contact = place && (await contactAbroad(deps, viewer, place));
  return matches.map((match) => (contact && match.organisation.id === place.id ? { ...match, contact } : match));
}

const purposeOf = (viewer: Viewer) => (viewer.role === 'operator' ? 'supervision' : 'own-deal');
