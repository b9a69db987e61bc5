import type { findFirms, nameTarget } from '@zhitong/contract/investment/target-contract';
import { targetRefusals } from '@zhitong/domain/investment/target-refusals';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { fillIn } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { z } from 'zod';
import { gapBook } from '#features/chains/public';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { containsPattern } from '#platform/search-text';
import { contextOf } from '#platform/viewer';
import { placeOf } from './place-book.ts';
import { duplicateOf, firstAlike } from './target-alike-reading.ts';
import type { TargetDeps } from './target-deps.ts';
import { type Firm, findRegistered } from './target-firm.ts';
import type { Reading } from './target-views.ts';

type Reply = z.input<typeof nameTarget.reply>;

/** What the form begins with, when another page has named a gap and an organisation. */
export async function viewSubject(
  deps: TargetDeps,
  reading: Reading,
  { gap, organisation }: z.output<NonNullable<typeof nameTarget.query>>,
): Promise<Reply> {
  const { viewer, language } = reading;
  const firm = organisation === undefined ? undefined : await findRegistered(deps, viewer, organisation);
  const here = firm?.organisation?.city === viewer.city;
  return inContext(deps.database, contextOf(viewer), async (tx) => ({
    gap: gap === undefined ? null : await nameGap(tx, { deps, reading, gap }),
    firm: firm ? firmOf(deps, firm, language) : null,
    here,
    held: firm && !here ? await heldBy(tx, { reading, firm }) : null,
  }));
}

function firmOf(deps: TargetDeps, { organisation, name, kind, region }: Firm, language: Reading['language']) {
  return {
    ...{ organisationId: organisation?.id ?? null, name, kind },
    region: region === null ? null : placeOf(deps, region, language),
  };
}

async function nameGap(
  tx: Tx,
  { deps, reading: { viewer, language }, gap }: { deps: TargetDeps; reading: Reading; gap: string },
): Promise<Reply['gap']> {
  const found = await gapBook.find(tx, { city: viewer.city, gap, day: cityDay(deps.effects.now()) });
  if (!found) return null;
  const { rows } = await sql<{ name: string; name_en: string | null }>`
    select name, name_en from product where id = ${found.productId}`.execute(tx);
  const [product] = rows;
  const name = (language === 'en' ? product?.name_en : undefined) ?? product?.name ?? found.productId;
  return {
    ...{ id: gapBook.idOf(found.chainId, found.productId), product: { id: found.productId, name } },
    chain: { id: found.chainId, name: found.chain[language] },
  };
}

async function heldBy(
  tx: Tx,
  { reading: { viewer, language }, firm }: { reading: Reading; firm: Firm },
): Promise<Reply['held']> {
  const found = await firstAlike(tx, { city: viewer.city, firm });
  if (!found) return null;
  const { details } = duplicateOf(found);
  return { id: found.id, sentence: fillIn(targetRefusals['targets.duplicate'][language], details) };
}

/** Firms elsewhere that have published what they make, by name. */
export async function viewFirms(
  deps: TargetDeps,
  { viewer, language }: Reading,
  { q, limit }: z.output<NonNullable<typeof findFirms.query>>,
): Promise<z.input<typeof findFirms.reply>> {
  const { rows } = await inContext(deps.database, contextOf(viewer), (tx) =>
    sql<{ id: string; name: string; region: string | null; city: string }>`
      select distinct on (organisation_name, organisation_id) organisation_id as id, organisation_name as name, region, city
      from offer_search where city <> ${viewer.city} and organisation_name ilike ${containsPattern(q)}
      order by organisation_name, organisation_id limit ${limit}`.execute(tx),
  );
  return {
    firms: rows.map(({ id, name, region, city }) => {
      const place = region ?? (city === '000000' ? null : city);
      return { id, name, place: place === null ? null : placeOf(deps, place, language).name };
    }),
  };
}
