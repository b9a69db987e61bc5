import { isAbbreviation, slipAt } from './name-likeness.ts';
import type { NameParts } from './name-parts.ts';
import { codesAgree } from './name-places.ts';

export interface AlignedNames {
  readonly names: readonly [NameParts, NameParts];
  /** read as one name although a character of the trade is not the same */
  readonly slip: boolean;
}

/** Two names read in the light of each other: what one alone cannot say (a county or a brand? a trade or a slip of the pen?). */
export function alignNames(one: NameParts, other: NameParts): AlignedNames {
  const [a, b] = [atCounty(one, other), atCounty(other, one)];
  if (isOffice(a, b)) return { names: [a, spelt(b, a)], slip: false };
  if (isOffice(b, a)) return { names: [spelt(a, b), b], slip: false };
  if (isSlipOf(a, b)) return { names: [a, spelt(b, a)], slip: true };
  if (isSlipOf(b, a)) return { names: [spelt(a, b), b], slip: true };
  return { names: [a, b], slip: false };
}

/** 人社局 beside 人力资源和社会保障局: a place has one office of a kind. */
function isOffice(whole: NameParts, short: NameParts): boolean {
  const kind = /[局委厅]$/.exec(short.core)?.[0];
  if (kind === undefined || !whole.core.endsWith(kind) || whole.core.length <= short.core.length) return false;
  return whole.form === 'none' && short.form === 'none' && isAbbreviation(short.core, whole.core);
}

/** 荣成宏达 beside 荣成市宏达: the other says that 荣成 is where it lies. */
function atCounty(name: NameParts, other: NameParts): NameParts {
  const reading = name.atCounty;
  if (reading === undefined || name.brand === other.brand) return name;
  const { codes } = reading.place;
  const fits = name.places.every((place) => codesAgree(place.codes, codes));
  const named = other.places.some(
    (place) => place.codes.some((code) => code.length === 6) && codesAgree(place.codes, codes),
  );
  if (!fits || !named) return name;
  const { place, brand, core } = reading;
  return { ...name, places: [...name.places, place], brand, core };
}

/**
 * 宏达数空机床 beside 宏达数控机床: behind a 字号 both share stands a known trade in one and the same but for one character in the other.
 * 宏达 and 宏达海 are two brands, so a character put in right behind the 字号 is no slip.
 */
function isSlipOf(right: NameParts, wrong: NameParts): boolean {
  const { brand, core } = right;
  if (brand.length < 2 || wrong.brand === brand || right.trades.length + right.fillers.length === 0) return false;
  const at = slipAt(core, wrong.core);
  if (at === undefined || at < brand.length) return false;
  return at > brand.length || core.length >= wrong.core.length;
}

function spelt(wrong: NameParts, { brand, trades, fillers, core }: NameParts): NameParts {
  return { ...wrong, brand, trades, fillers, core };
}
