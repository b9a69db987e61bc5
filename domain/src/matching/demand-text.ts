import { normaliseText } from './text-normal.ts';

/**
 * The stretches of a pasted paragraph that can name a product: cut at punctuation, freed of the words of asking and of figures with units.
 * A bare product string comes through whole. Stretches that cannot be a name (too long, a date, an address) are left out by the caller's
 * knowledge of which products were recognised: see `wanted`.
 */
export function productStretches(text: string, wanted: readonly string[]): string[] {
  const stretches = normaliseText(text)
    .text.split(cut)
    .map(cleaned)
    .filter((stretch) => stretch !== '' && stretch.length <= longestStretch);
  const naming = stretches.filter((stretch) => wanted.some((name) => stretch.includes(name)));
  const chosen = naming.length > 0 ? naming : stretches;
  const missing = wanted.filter((name) => !chosen.some((stretch) => stretch.includes(name)));
  return [...new Set([...chosen.slice(0, mostStretches), ...missing])];
}

const longestStretch = 60;
const mostStretches = 6;
const cut = /[,;。!?\n\r\t]+/u;

function cleaned(stretch: string): string {
  return stretch.replace(figure, ' ').replace(asking, ' ').trim();
}

/** a figure with a sign or a unit of quantity; a figure that belongs to a name (18k金, -3mm矿, 维生素d3) stays */
const figure =
  /(?:[<>=≤≥±]+\s*\d[\d.]*\s*%?)|(?:\d[\d.,]*\s*(?:万|千|百|亿)?(?:吨|公斤|千克|只|个|件|套|台|片|米|卷|箱|双|t|kg|pcs)(?:\s*\/\s*[\u4e00-\u9fffa-z])?)/gu;
/** words of asking, longest first */
const asking =
  /紧急采购|急需采购|长期采购|大量采购|现需要|急需要|急需|急求|急购|求购|采购|购买|寻找|想买|需要|需求|诚求|收购|急找/gu;
