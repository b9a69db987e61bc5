import type { getHeatMap, HeatFirm, HeatReply } from '@zhitong/contract/investment/heat-contract';
import { areaOf, heatAreas } from '@zhitong/domain/investment/heat-areas';
import { heatFits } from '@zhitong/domain/investment/heat-fit';
import { type HeatLevel, readHeatQuestion } from '@zhitong/domain/investment/heat-question';
import { type Candidate, rankRules } from '@zhitong/domain/investment/heat-rank';
import { heatReasons } from '@zhitong/domain/investment/heat-reason-text';
import type { Language } from '@zhitong/domain/language';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { HeatDeps } from './heat-deps.ts';
import { type AreaRow, listAreas } from './heat-reading.ts';
import { searchFirms } from './heat-search.ts';
import type { HeatAsk } from './heat-wanted.ts';

type Query = z.output<NonNullable<typeof getHeatMap.query>>;

interface Reading {
  readonly viewer: Viewer;
  readonly language: Language;
}

export async function viewHeatMap(deps: HeatDeps, reading: Reading, query: Query): Promise<HeatReply> {
  const { viewer, language } = reading;
  const question = readHeatQuestion(query);
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const { ask, book, elsewhere, here } = await searchFirms({ deps, tx, viewer }, query);
    const shown = query.level === 'district' ? here : elsewhere;
    const areas = heatAreas(shown, query.level);
    const named = await namesFor(tx, { shown, areas: areas.map(({ code }) => code), language });
    const productName = (id: string) => nameIn(language, book.products.get(id), id);
    const listed = shown.filter((firm) => query.area === undefined || areaOf(firm, query.level) === query.area);
    const gapOf = new Map(ask.wanted.map(({ productId, gap }) => [productId, gap]));
    const words = { language, productName, placeName: named.nameOf, leader: ask.leader?.name ?? null };
    const days = shown.flatMap(({ asOf }) => asOf ?? []).sort();
    return {
      question: questionReply(question.kind, ask, { language, productName }),
      wanted: ask.wanted.map(({ productId, ...rest }) => ({
        ...rest,
        product: { id: productId, name: productName(productId) },
      })),
      level: query.level,
      areas: areas.map((area) => ({ ...area, ...named.placeOf(area.code) })),
      firms: listed
        .slice(query.offset, query.offset + query.limit)
        .map((firm) => firmReply(firm, { level: query.level, gapOf, nameOf: named.nameOf }, heatReasons(firm, words))),
      ...{ total: listed.length, here: here.length },
      unplaced: shown.filter((firm) => areaOf(firm, query.level) === null).length,
      ...{ oldest: days.at(0) ?? null, youngest: days.at(-1) ?? null },
      order: rankRules.map((rule) => rule[language]).join(language === 'zh' ? '，' : ', '),
      asOf: deps.effects.now().toISOString(),
    };
  });
}

/** Every candidate in order, for the Excel file. */
export async function listRankedFirms(deps: HeatDeps, reading: Reading, query: Query): Promise<HeatReply> {
  return viewHeatMap(deps, reading, { ...query, offset: 0, limit: mostExported });
}

const mostExported = 20_000;

function nameIn(
  language: Language,
  named: { readonly name: string; readonly nameEn?: string | null } | undefined,
  otherwise: string,
): string {
  return (language === 'en' ? named?.nameEn : null) ?? named?.name ?? otherwise;
}

function questionReply(
  kind: HeatReply['question']['kind'],
  { chain, product, firm }: HeatAsk,
  { language, productName }: { readonly language: Language; readonly productName: (id: string) => string },
): HeatReply['question'] {
  return {
    kind,
    chain: chain && { id: chain.id, name: nameIn(language, chain, chain.id) },
    product: product === null ? null : { id: product, name: productName(product) },
    firm: firm && { ...firm },
  };
}

interface FirmContext {
  readonly level: HeatLevel;
  readonly gapOf: ReadonlyMap<string, string | null>;
  readonly nameOf: (code: string) => string;
}

function firmReply(firm: Candidate, { level, gapOf, nameOf }: FirmContext, reasons: HeatFirm['reasons']): HeatFirm {
  const area = areaOf(firm, level);
  const [best] = firm.covers;
  return {
    organisation: { id: firm.organisationId, name: firm.name },
    fit: best?.fit ?? heatFits[0],
    gap: (best && gapOf.get(best.wanted)) ?? null,
    area: area === null ? null : { code: area, name: nameOf(area) },
    ...{ working: firm.place.working, reasons, kilometres: firm.kilometres, asOf: firm.asOf },
  };
}

async function namesFor(
  tx: Tx,
  { shown, areas, language }: { shown: readonly Candidate[]; areas: readonly string[]; language: Language },
) {
  const places = shown.flatMap(({ registeredCity, place }) => [registeredCity, place.city, place.region]);
  const codes = [...new Set([...areas, ...places.filter((code) => code !== null)])];
  const rows = new Map((await listAreas(tx, codes)).map((row): [string, AreaRow] => [row.code, row]));
  const nameOf = (code: string) => {
    const row = rows.get(code);
    return (language === 'en' ? row?.name_en : null) ?? row?.name ?? code;
  };
  return {
    nameOf,
    placeOf: (code: string) => {
      const row = rows.get(code);
      const [longitude, latitude] = [row?.longitude ?? null, row?.latitude ?? null];
      return { name: nameOf(code), longitude, latitude, zone: row?.level === 'zone' };
    },
  };
}
