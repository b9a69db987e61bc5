import type { previewMatches } from '@zhitong/contract/matching/match-contract';
import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { NeedChips } from '@zhitong/domain/needs/need';
import { parseNeed } from '@zhitong/domain/needs/parse-need';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import { contextOf, type Viewer } from '#platform/viewer';
import { demandOf } from './demand.ts';
import type { LiveIndex } from './live-index.ts';
import { matchReply, noteReplies } from './match-reply.ts';
import { findPlaceOf } from './place-store.ts';

export interface PreviewCall {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly body: z.output<NonNullable<typeof previewMatches.body>>;
}

/** Who could supply this, from the index alone: nothing is stored, nobody is told. */
export async function previewFor(
  { database, index, effects }: { database: Database; index: LiveIndex; effects: Effects },
  { viewer, language, body }: PreviewCall,
) {
  if (body.text.trim() === '') throw new Refusal('needs.text-empty');
  const chips: Omit<NeedChips, 'deadline'> = body.chips ?? readChips(index, body.text, cityDay(effects.now()));
  const region = await inContext(database, contextOf(viewer), (tx) =>
    findPlaceOf(tx, { city: viewer.city, id: viewer.organisationId }),
  );
  const asker = { organisationId: viewer.organisationId, city: viewer.city, region };
  const today = cityDay(effects.now());
  const list = index.index.match(demandOf({ ...chips, text: body.text }, asker, index.regions), {
    limit: body.limit,
    source: body.source,
    cityFirst: body.cityFirst,
    today,
    ...(body.tiers ? { tiers: body.tiers } : {}),
  });
  return {
    matches: list.matches.map((match) => matchReply(index, match, language)),
    notes: noteReplies(list.notes, language),
    model: list.model,
  };
}

function readChips(index: LiveIndex, text: string, today: string): Omit<NeedChips, 'deadline'> {
  const parsed = parseNeed(text, index.parseContext(today));
  return { ...parsed, productIds: parsed.products.map((product) => product.id) };
}
