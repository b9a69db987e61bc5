import { NameFinder } from '@zhitong/algorithms/search/name-finder';
import type { CatalogueRegion } from '../matching/catalogue.ts';
import { normaliseName } from '../matching/text-normal.ts';
import type { Reading } from '../matching/text-span.ts';

/** The place of delivery in a normalised text: the one behind words of delivery, else the first, as a guess. */
export function readPlace(text: string, regions: readonly CatalogueRegion[]): Reading<string> | null {
  const names = new NameFinder<string>();
  for (const region of regions)
    for (const name of [region.name.zh, ...region.aliases]) names.add(normaliseName(name), region.code);
  const found = names.find(text);
  const delivered = found.find(({ start }) => delivery.test(text.slice(Math.max(0, start - 8), start)));
  const place = delivered ?? found.find(({ end }) => !partOfName.test(text.slice(end, end + 12)));
  return place === undefined
    ? null
    : { value: place.value, start: place.start, end: place.end, guess: delivered === undefined };
}

const delivery =
  /(?:送|交|运|发|寄|到|至|往|地点|收货|交货地|目的地|卸货)(?:到|至|往|货|在|地|:|为|\s){0,4}[^,;。\s]{0,3}$/;
/** 威海××有限公司 is a firm, not a place of delivery */
const partOfName = /^[^,;。\s]{0,10}(?:公司|集团|厂)/;
