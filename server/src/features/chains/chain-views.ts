import type { compareChain, getChain, listChains } from '@zhitong/contract/chains/chain-contract';
import type { ChainContent, Segment } from '@zhitong/domain/chains/chain-map';
import {
  type ChainVersion,
  compareVersions,
  type VersionComparison,
  versionOn,
} from '@zhitong/domain/chains/chain-version';
import {
  type ChainGap,
  countClasses,
  type Diagnosing,
  diagnoseChain,
  knownFen,
  largestGap,
  worstClass,
} from '@zhitong/domain/chains/diagnosis';
import type { GapClass } from '@zhitong/domain/chains/gap-class';
import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import { type NamedProducts, namesIn } from './chain-names.ts';
import { getStoredChain, listStoredChains, type StoredChain } from './chain-reading.ts';
import { findNames } from './firm-naming.ts';
import { districtFilter } from './gap-district.ts';
import { type KeptDay, keptDayOf, keptGapsOf, readKeptDay, readKeptDays } from './kept-day.ts';

export interface Reading {
  readonly viewer: Viewer;
  readonly language: Language;
}

/** Every chain that has a published map on the day. */
export async function viewChains(
  deps: ChainDeps,
  { viewer, language }: Reading,
  { at }: { at?: string | undefined },
): Promise<z.input<typeof listChains.reply>> {
  const now = deps.effects.now();
  const { chains, names } = await readChains(deps, viewer, at);
  const { book } = await deps.chains.facts();
  const keptOf = await readKeptDays(deps, viewer, { chainIds: chains.map(({ chain }) => chain.id), at });
  return {
    chains: chains.map(({ chain, version }) => {
      const { content } = version;
      const gaps = linksOf(content, { book, today: cityDay(now), kept: keptOf?.(chain.id) ?? null });
      return {
        ...linkOf(chain, content, language),
        ...peopleOf(content, names),
        ...{ version: version.number, segments: content.segments.length, products: gaps.length },
        ...{ classes: countClasses(classesOf(gaps)), demo: chain.demo },
      };
    }),
    asOf: now.toISOString(),
  };
}

export async function viewChain(
  deps: ChainDeps,
  { viewer, language }: Reading,
  { id, at, district }: { id: string; at?: string | undefined; district?: string | undefined },
): Promise<z.input<typeof getChain.reply>> {
  const now = deps.effects.now();
  const { chain, version, names } = await getVersion(deps, viewer, { id, at });
  const facts = await deps.chains.facts();
  const { book } = facts;
  const { content } = version;
  const today = cityDay(now);
  const isShown = await districtFilter(deps, viewer, { district, facts, today });
  const kept = await readKeptDay(deps, viewer, { chainId: chain.id, at });
  // which links a district had to do with on a past day is not kept
  const found = linksOf(content, { book, today, kept }).filter(({ gap }) => gap === null || isShown(gap));
  const gaps = Map.groupBy(found, ({ segment }) => segment.id);
  const largest = largestGap(found.flatMap(({ gap }) => gap ?? []));
  const nameOf = namesIn(book, language);
  return {
    chain: {
      ...linkOf(chain, content, language),
      ...peopleOf(content, names),
      ...{ version: version.number, validFrom: version.validFrom, validTo: version.validTo },
      ...{ expert: content.expert, demo: chain.demo },
    },
    kept: kept && keptDayOf(kept),
    segments: content.segments.map((segment) => segmentOf(segment, gaps.get(segment.id) ?? [], { language, nameOf })),
    largest: largest
      ? {
          ...{ product: { id: largest.productId, name: nameOf(largest.productId) }, class: largest.class },
          demand: { ...largest.demand },
        }
      : null,
    links: content.links.map((link) => ({ ...link })),
    entries: content.entries.map((entry) => ({ ...entry })),
    versions: chain.versions
      .filter(({ state }) => state === 'published')
      .map((one) => ({ number: one.number, name: one.content.name, validFrom: one.validFrom, validTo: one.validTo })),
    asOf: now.toISOString(),
  };
}

export async function viewComparison(
  deps: ChainDeps,
  { viewer, language }: Reading,
  { id, from, to }: { id: string; from: number; to: number },
): Promise<z.input<typeof compareChain.reply>> {
  const chain = await getChainOf(deps, viewer, id);
  const [before, after] = [from, to].map((number) => chain.versions.find((one) => one.number === number));
  if (!before || !after) throw new Refusal('platform.not-found');
  const { book } = await deps.chains.facts();
  const nameOf = namesIn(book, language);
  return comparisonOf(compareVersions(before.content, after.content), nameOf);
}

/** A comparison as it is told, with the names of the products. */
export function comparisonOf(found: VersionComparison, nameOf: NamedProducts): z.input<typeof compareChain.reply> {
  return {
    added: found.added.map((one) => ({ ...one })),
    removed: found.removed.map((one) => ({ ...one })),
    renamed: found.renamed.map((one) => ({ ...one })),
    split: found.split.map(({ from: one, into }) => ({ from: { ...one }, into: into.map((two) => ({ ...two })) })),
    merged: found.merged.map(({ from: many, into }) => ({ from: many.map((one) => ({ ...one })), into: { ...into } })),
    moved: found.moved.map(({ product, from: left, to: came }) => ({
      product: { id: product, name: nameOf(product) },
      ...{ from: left && { ...left }, to: came && { ...came } },
    })),
  };
}

/** The chain with the version in force on a day; refused where there is none. */
export async function getVersion(
  deps: ChainDeps,
  viewer: Viewer,
  { id, at }: { id: string; at?: string | undefined },
): Promise<{ chain: StoredChain; version: ChainVersion; names: ReadonlyMap<string, string> }> {
  const day = at ?? cityDay(deps.effects.now());
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const chain = await getStoredChain(tx, { city: viewer.city, id });
    const version = versionOn(chain.versions, day);
    if (!version) throw new Refusal('chains.no-version', { day });
    return { chain, version, names: await findNames(tx, viewer.city, bodiesOf(version.content)) };
  });
}

function getChainOf({ database }: ChainDeps, viewer: Viewer, id: string): Promise<StoredChain> {
  return inContext(database, contextOf(viewer), (tx) => getStoredChain(tx, { city: viewer.city, id }));
}

/** Every chain with the version in force on a day, today unless told. */
export function readChains({ database, effects }: ChainDeps, viewer: Viewer, at: string | undefined) {
  const day = at ?? cityDay(effects.now());
  return inContext(database, contextOf(viewer), async (tx) => {
    const stored = await listStoredChains(tx, viewer.city);
    const chains = stored.flatMap((chain) => {
      const version = versionOn(chain.versions, day);
      return version ? [{ chain, version }] : [];
    });
    const names = await findNames(
      tx,
      viewer.city,
      chains.flatMap(({ version }) => bodiesOf(version.content)),
    );
    return { chains, names };
  });
}

const bodiesOf = ({ leadBodyId, leaderId }: ChainContent) => [leadBodyId, leaderId].filter((id) => id !== null);

export function linkOf({ id, slug }: StoredChain, { name, nameEn }: ChainContent, language: Language) {
  return { id, slug, name: language === 'en' ? (nameEn ?? name) : name };
}

function peopleOf({ chief, leadBodyId, leaderId }: ChainContent, names: ReadonlyMap<string, string>) {
  const link = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? id });
  return { chief: chief && { ...chief }, leadBody: link(leadBodyId), leader: link(leaderId) };
}

function segmentOf(
  { id, name, nameEn, tier }: Segment,
  links: readonly MapLink[],
  { language, nameOf }: { language: Language; nameOf: NamedProducts },
) {
  const classes = classesOf(links);
  const gaps = links.flatMap(({ gap }) => gap ?? []);
  return {
    ...{ id, name: language === 'en' ? (nameEn ?? name) : name, tier },
    ...{ class: classes.length === 0 ? null : worstClass(classes), classes: countClasses(classes) },
    outsideFen: sumShown(gaps, (gap) =>
      (gap.demand.confirmedFen ?? gap.demand.declaredFen) === null ? null : knownFen(gap),
    ),
    confirmedFen: sumShown(gaps, ({ demand }) => demand.confirmedFen),
    declaredFen: sumShown(gaps, ({ demand }) => demand.declaredFen),
    products: links.map((link) => ({ id: link.productId, name: nameOf(link.productId), class: link.class })),
  };
}

/** A link on the map: its class, and what is found out about it now; of a past day the class kept of it alone, or none. */
interface MapLink {
  readonly productId: string;
  readonly segment: Segment;
  readonly class: GapClass | null;
  readonly gap: ChainGap | null;
}

function linksOf(content: ChainContent, { kept, ...facts }: Diagnosing & { readonly kept: KeptDay | null }): MapLink[] {
  if (kept)
    return keptGapsOf(content, kept).map(({ productId, segment, state }) => ({
      ...{ productId, segment, class: state?.class ?? null, gap: null },
    }));
  return diagnoseChain(content, facts).map((gap) => ({
    ...{ productId: gap.productId, segment: gap.segment, class: gap.class, gap },
  }));
}

const classesOf = (links: readonly MapLink[]) => links.map((link) => link.class).filter((of) => of !== null);

/** Of the links whose amount is shown; null: of none. */
function sumShown(gaps: readonly ChainGap[], fenOf: (gap: ChainGap) => number | null): number | null {
  const shown = gaps.map(fenOf).filter((fen) => fen !== null);
  return shown.length === 0 ? null : shown.reduce((sum, fen) => sum + fen, 0);
}
