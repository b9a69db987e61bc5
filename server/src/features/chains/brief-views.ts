import type { BriefReply, BriefRows } from '@zhitong/contract/chains/brief-contract';
import { closedSince, weakTrend } from '@zhitong/domain/chains/brief';
import { decisionsOf } from './brief-decisions.ts';
import { type BriefFacts, readBriefs, weekEnds } from './brief-facts.ts';
import { countOrderLights, sentencesOf, weakOf } from './brief-sentences.ts';
import type { ChainDeps } from './chain-deps.ts';
import { namesIn } from './chain-names.ts';
import { getVersion, linkOf, type Reading, readChains } from './chain-views.ts';
import { countVerdicts, drillNaming } from './drill-views.ts';

const mostPromises = 5;

/** The chief’s page of one chain, as everything is now. */
export async function viewBrief(deps: ChainDeps, { viewer, language }: Reading, id: string): Promise<BriefReply> {
  const { chain, version, names } = await getVersion(deps, viewer, { id });
  const [facts] = await readBriefs(deps, viewer, [{ chain, version }]);
  if (!facts) throw new Error(`no facts of chain ${id}`);
  const known = await deps.chains.facts();
  const { chief, leadBodyId } = version.content;
  const { orders, classes, now } = facts;
  return {
    chain: {
      ...{ ...linkOf(chain, version.content, language), chief: chief && { ...chief } },
      leadBody: leadBodyId === null ? null : { id: leadBodyId, name: names.get(leadBodyId) ?? leadBodyId },
    },
    sentences: sentencesOf(facts, drillNaming(known, version.content, { language, names })),
    decisions: decisionsOf(facts, { viewer, language, nameOf: namesIn(known.book, language) }),
    promises: {
      ...countOrderLights(orders),
      // what is due first stands first: the red ones, then the yellow ones
      rows: orders.slice(0, mostPromises).map(({ caseId, needId, title, due, ...order }) => ({
        ...{ id: order.id, case: { id: caseId, needId, title }, body: { ...order.body }, light: order.light },
        due: due?.toISOString() ?? null,
      })),
    },
    trend: weakTrend(classes, weekEnds(now)).map(({ at, weak }) => ({ at: at.toISOString(), weak })),
    asOf: now.toISOString(),
  };
}

/** The same of every chain of the city, a row each. */
export async function viewBriefs(deps: ChainDeps, { viewer, language }: Reading): Promise<BriefRows> {
  const { chains } = await readChains(deps, viewer, undefined);
  const briefs = await readBriefs(deps, viewer, chains);
  const { book } = await deps.chains.facts();
  const reader = { viewer, language, nameOf: namesIn(book, language) };
  return {
    rows: briefs.map((facts) => ({
      ...rowOf(facts),
      chain: linkOf(facts.chain, facts.version.content, language),
      decisions: decisionsOf(facts, reader).length,
    })),
    asOf: deps.effects.now().toISOString(),
  };
}

function rowOf({ version, gaps, classes, quarter, drill, orders, now }: BriefFacts) {
  const { chief } = version.content;
  const [oldest] = weakTrend(classes, weekEnds(now).slice(0, 1));
  return {
    ...{ chief: chief && { ...chief }, products: gaps.length, weak: weakOf(gaps) },
    unknown: gaps.filter((gap) => gap.class === 'unknown').length,
    closed: closedSince(classes, quarter).length,
    ...{ red: countVerdicts(drill.outcomes).red, promises: countOrderLights(orders), before: oldest?.weak ?? null },
  };
}
