import type { getDraft, listDrafts, saveDraft } from '@zhitong/contract/chains/draft-contract';
import type { ChainContent } from '@zhitong/domain/chains/chain-map';
import { lastPublished } from '@zhitong/domain/chains/draft-days';
import { actionsFor } from '@zhitong/domain/chains/draft-state';
import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import { namesIn } from './chain-names.ts';
import { listStoredChains } from './chain-reading.ts';
import { findDraft, listOpenDrafts } from './draft-reading.ts';
import { standingOf } from './draft-standing.ts';
import { findNames } from './firm-naming.ts';

interface Reading {
  readonly viewer: Viewer;
  readonly language: Language;
}

export async function viewDrafts(
  { database }: ChainDeps,
  { viewer, language }: Reading,
): Promise<z.input<typeof listDrafts.reply>> {
  const drafts = await inContext(database, contextOf(viewer), (tx) => listOpenDrafts(tx, viewer.city));
  return {
    drafts: drafts.map(({ id, slug, content, number, state, written }) => ({
      chain: { id, slug, name: (language === 'en' ? content.nameEn : null) ?? content.name },
      ...{ number, state, by: written.by, at: written.at.toISOString() },
    })),
  };
}

export async function viewDraft(
  deps: ChainDeps,
  { viewer, language }: Reading,
  id: string,
): Promise<z.input<typeof getDraft.reply>> {
  const { city, personId } = viewer;
  const { book } = await deps.chains.facts();
  const nameOf = namesIn(book, language);
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const chains = await listStoredChains(tx, city);
    const chain = chains.find((one) => one.id === id);
    if (!chain) throw new Refusal('platform.not-found');
    const found = await findDraft(tx, { city, id });
    if (!found) throw new Refusal('chains.no-draft');
    const { draft, deeds } = found;
    const { written, content, validFrom, number, state, edition } = draft;
    const before = lastPublished(chain.versions);
    const looking = { book, chains, today: cityDay(deps.effects.now()), language, nameOf };
    return {
      draft: {
        ...{ number, state, edition, validFrom, content: plain(content), by: written.by, at: written.at.toISOString() },
        actions: [...actionsFor(deeds, personId)],
        history: deeds
          .filter(({ action }) => action !== 'save')
          .map(({ action, by, at, reason }) => ({ action, by, at: at.toISOString(), reason })),
        ...standingOf(draft, looking),
      },
      slug: chain.slug,
      demo: chain.demo,
      before: before ? { number: before.number, validFrom: before.validFrom, validTo: before.validTo } : null,
      products: productsOf(content, nameOf),
      bodies: await bodiesOf(content),
    };

    async function bodiesOf({ leadBodyId, leaderId }: ChainContent) {
      const names = await findNames(
        tx,
        city,
        [leadBodyId, leaderId].filter((one) => one !== null),
      );
      return [...names].map(([body, name]) => ({ id: body, name }));
    }
  });
}

/** How the draft stands after a saving. */
export async function viewSaved(
  deps: ChainDeps,
  { viewer, language }: Reading,
  drawn: { chainId: string; content: ChainContent; validFrom: string; edition: number },
): Promise<z.input<typeof saveDraft.reply>> {
  const { book } = await deps.chains.facts();
  const chains = await inContext(deps.database, contextOf(viewer), (tx) => listStoredChains(tx, viewer.city));
  const looking = { book, chains, today: cityDay(deps.effects.now()), language, nameOf: namesIn(book, language) };
  return { draft: { edition: drawn.edition, ...standingOf(drawn, looking) } };
}

export function productsOf({ segments }: Pick<ChainContent, 'segments'>, nameOf: (id: string) => string) {
  return segments.flatMap(({ products }) => products.map((id) => ({ id, name: nameOf(id) })));
}

/** As the contract writes it: lists of its own that may be changed. */
export function plain(content: ChainContent) {
  return {
    ...content,
    chief: content.chief && { ...content.chief },
    segments: content.segments.map((segment) => ({ ...segment, products: [...segment.products] })),
    links: content.links.map((link) => ({ ...link })),
    entries: content.entries.map((entry) => ({ ...entry })),
  };
}
