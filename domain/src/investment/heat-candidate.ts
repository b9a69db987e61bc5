import type { Certificate } from '../matching/limit.ts';
import { type FitProduct, fitOfText, type HeatFit, heatFits } from './heat-fit.ts';

/** A published offer with what is on record of its firm. */
export interface OfferFact {
  readonly organisationId: string;
  readonly name: string;
  /** 证券代码 of an imported company */
  readonly code: string | null;
  /** prefecture it is registered in, `000000` when not known, and county or zone there */
  readonly city: string;
  readonly region: string | null;
  /** prefecture, county or zone it works in; null: not known */
  readonly workingRegion: string | null;
  /** nothing but its registration is there */
  readonly registeredOnly: boolean;
  readonly size: string | null;
  readonly productId: string;
  readonly productText: string;
  readonly certificates: readonly Certificate[];
  readonly source: 'declared' | 'demo' | 'imported';
  /** ISO date; null: not known */
  readonly asOf: string | null;
}

/** What a firm does for one wanted product, in its best offer. */
export interface Covered {
  readonly wanted: string;
  readonly fit: HeatFit;
  readonly productText: string;
  readonly note: string | null;
}

/** Where a firm counts. `unknown`: it is registered somewhere, and nobody has said whether it works there. */
export interface HeatPlace {
  /** prefecture; null: neither its working nor its registered place is known, or it is only registered there */
  readonly city: string | null;
  readonly region: string | null;
  readonly working: 'known' | 'unknown';
  /** prefecture it is registered in, where that is another one than it works in */
  readonly registeredElsewhere: string | null;
  readonly registeredOnly: boolean;
}

export interface FirmFacts {
  readonly organisationId: string;
  readonly name: string;
  readonly code: string | null;
  readonly registeredCity: string;
  readonly place: HeatPlace;
  readonly size: string | null;
  readonly covers: readonly Covered[];
  readonly certificates: readonly string[];
  /** the youngest of its facts counted here, ISO date */
  readonly asOf: string | null;
}

/** By offered product: what it counts for. */
export type FitTable = ReadonlyMap<
  string,
  readonly (FitProduct & { readonly wanted: string; readonly name: string })[]
>;

/** Firms that make what is wanted, each once, with the best it has for each wanted product. O(offers × what each counts for). */
export function gatherFirms(offers: readonly OfferFact[], fits: FitTable, today: string): FirmFacts[] {
  return [...Map.groupBy(offers, ({ organisationId }) => organisationId).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const covers = coversOf(own, fits);
    if (covers.length === 0) return [];
    const days = own.flatMap(({ asOf }) => asOf ?? []).sort();
    const { organisationId, name, code, city, size } = first;
    const certificates = new Set(own.flatMap((offer) => validNames(offer.certificates, today)));
    return [
      {
        ...{ organisationId, name, code, registeredCity: city, place: placeOf(first), size, covers },
        ...{ certificates: [...certificates].sort(), asOf: days.at(-1) ?? null },
      },
    ];
  });
}

function coversOf(own: readonly OfferFact[], fits: FitTable): Covered[] {
  const best = new Map<string, Covered>();
  for (const { productId, productText, source } of own)
    for (const { wanted, fit, note, name } of fits.get(productId) ?? []) {
      const said = source === 'imported' ? fitOfText(fit, { name }, productText) : fit;
      const before = best.get(wanted);
      const closer = before === undefined || heatFits.indexOf(said) < heatFits.indexOf(before.fit);
      if (closer) best.set(wanted, { wanted, fit: said, productText, note });
    }
  return [...best.values()].sort((a, b) => heatFits.indexOf(a.fit) - heatFits.indexOf(b.fit));
}

function validNames(certificates: readonly Certificate[], today: string): string[] {
  return certificates
    .filter(({ validUntil }) => validUntil === undefined || validUntil >= today)
    .map(({ name }) => name);
}

export const unknownPlace = '000000';

/** A firm counts where it works; where only its registration is known it counts there, said to be so; a mere letter box counts nowhere. */
export function placeOf({
  city,
  region,
  workingRegion,
  registeredOnly,
}: Pick<OfferFact, 'city' | 'region' | 'workingRegion' | 'registeredOnly'>): HeatPlace {
  if (workingRegion !== null) {
    const works = prefectureOf(workingRegion);
    return {
      ...{ city: works, region: workingRegion, working: 'known', registeredOnly: false },
      registeredElsewhere: works === city || city === unknownPlace ? null : city,
    };
  }
  const nowhere = city === unknownPlace || registeredOnly;
  return {
    ...{ city: nowhere ? null : city, region: nowhere ? null : region, working: 'unknown' },
    ...{ registeredElsewhere: null, registeredOnly },
  };
}

/** The prefecture of a county, zone or prefecture; a county directly under a province stands for itself. */
export function prefectureOf(region: string): string {
  return `${region.slice(0, 4)}00`;
}

export const provinceOf = (region: string): string => `${region.slice(0, 2)}0000`;
