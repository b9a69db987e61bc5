import type { Candidate } from './candidate.ts';
import type { Demand, Match } from './match.ts';
import type { MatchSources } from './match-finder.ts';
import { matchReasons, type PlaceEvidence, type ProductEvidence } from './match-reasons.ts';
import { scoreParts, weightsOf } from './match-score.ts';

/** A ranked candidate with its score as shown and all its reasons. */
export function writeMatch(
  demand: Demand,
  candidate: Candidate,
  sources: MatchSources & { readonly nearness: boolean },
): Match {
  const { entry, assessment } = candidate;
  const parts = scoreParts(assessment, weightsOf(demand, sources));
  return {
    offerId: entry.offer.id,
    organisationId: entry.firm.id,
    city: assessment.supplier.city,
    tier: assessment.tier,
    score: parts.reduce((sum, part) => sum + part.points, 0),
    parts,
    reasons: matchReasons(demand, assessment, {
      product: productEvidence(candidate, sources),
      place: placeEvidence(demand, candidate, sources),
    }),
  };
}

function productEvidence({ code, wantedId, viaId, entry }: Candidate, { lexicon }: MatchSources): ProductEvidence {
  const find = (id: string | null) => (id === null ? undefined : lexicon.get(id));
  const [wanted, via] = [find(wantedId), find(viaId)];
  // found by its words alone, it is the firm's own words that tell
  const registered = code === 'product.text' ? undefined : find(entry.offer.productId);
  return {
    code,
    wanted: wanted?.name ?? '',
    registered: registered?.name ?? entry.offer.productText,
    via: via?.name ?? null,
    wantedEn: wanted?.nameEn ?? null,
    registeredEn: registered?.nameEn ?? null,
    viaEn: via?.nameEn ?? null,
  };
}

function placeEvidence(demand: Demand, { assessment }: Candidate, { map }: MatchSources): PlaceEvidence {
  const { tier, supplier } = assessment;
  const region = tier === 'district' || tier === 'city' ? map.find(supplier.region) : map.find(supplier.city);
  const circle = tier === 'circle' ? map.sharedCircle(demand.city, supplier.city) : undefined;
  return {
    tier,
    kilometres: map.kilometres(demand, supplier),
    placeZh: region?.name.zh ?? null,
    placeEn: region?.name.en ?? null,
    circleZh: circle?.name.zh ?? null,
    circleEn: circle?.name.en ?? null,
  };
}
