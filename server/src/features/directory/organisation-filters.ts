import type { ClaimState } from '@zhitong/domain/directory/claim-state';
import { industryPrefixes } from '@zhitong/domain/directory/industry';
import { type RawBuilder, sql } from 'kysely';

interface Filters {
  readonly claim?: ClaimState | undefined;
  readonly industry?: string | undefined;
  readonly today?: string | undefined;
}

/** What narrows rows of `organisation o` by who speaks for them and by industry; each stands alone. */
export function narrowedBy({ claim, industry, today }: Filters): readonly RawBuilder<unknown>[] {
  return [
    ...(claim === undefined ? [] : [claimIs(claim, today)]),
    ...(industry === undefined ? [] : [industryIs(industry)]),
  ];
}

/** Somebody speaks for it while one of its people may act for it. */
function claimIs(claim: ClaimState, today: string | undefined): RawBuilder<unknown> {
  const day = today ?? null;
  const spoken = sql`exists (
    select 1 from post where post.city = o.city and post.organisation_id = o.id
      and post.valid_from <= coalesce(${day}::date, post.valid_from)
      and (post.valid_to is null or post.valid_to > ${day}::date))`;
  if (claim === 'unclaimed') return sql`not ${spoken}`;
  return claim === 'claimed' ? spoken : sql`(${spoken} and o.level = ${claim})`;
}

function industryIs(code: string): RawBuilder<unknown> {
  const patterns = industryPrefixes(code).map((prefix) => `${prefix}%`);
  return sql`o.industry like any (${patterns}::text[])`;
}
