import { certificatesIn } from './certificate-names.ts';
import { normaliseText } from './text-normal.ts';
import { blankOut } from './text-span.ts';

/**
 * The stretches of a pasted paragraph that can name a product: cut at punctuation, at figures with units, at certificates and at the words
 * of asking. A bare product string comes through whole. Where products were recognised (`wanted`), only their stretches count, and of a long
 * one only the name.
 */
export function productStretches(text: string, wanted: readonly string[]): string[] {
  const normal = normaliseText(text).text;
  const stretches = blankOut(
    normal,
    certificatesIn(normal).map((found) => ({ ...found, guess: false })),
  )
    .replace(figure, ',')
    .replace(asking, ',')
    .split(cut)
    .map((stretch) => stretch.trim())
    .filter((stretch) => stretch !== '' && stretch.length <= longestStretch);
  if (stretches.length === 1 && wanted.some((name) => stretches[0]?.includes(name))) return stretches;
  const naming = stretches.flatMap((stretch) => namingStretches(stretch, wanted));
  const chosen = naming.length > 0 ? naming : stretches;
  const missing = wanted.filter((name) => !chosen.some((stretch) => stretch.includes(name)));
  return [...new Set([...chosen.slice(0, mostStretches), ...missing])];
}

/** Words in front of a name belong to it (驻极熔喷布); a whole sentence around it does not. */
function namingStretches(stretch: string, wanted: readonly string[]): string[] {
  const names = wanted.filter((name) => stretch.includes(name));
  return names.some((name) => stretch.length <= name.length + mostModifiers) ? [stretch] : names;
}

const longestStretch = 60;
const mostStretches = 6;
const mostModifiers = 10;
/** punctuation, what was blanked out, and a space between two Chinese words */
const cut = /[,;:。!?\n\r\t\ue000]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u;

/** a figure with a sign or a unit of quantity; a figure that belongs to a name (18k金, -3mm矿, 维生素d3) stays */
const figure =
  /(?:[<>=≤≥±]+\s*\d[\d.]*\s*%?)|(?:\d[\d.,]*\s*(?:万|千|百|亿)?(?:吨|公斤|千克|只|个|件|套|台|片|米|卷|箱|双|t|kg|pcs)(?:\s*\/\s*[\u4e00-\u9fffa-z])?)/gu;
/** words of asking, longest first */
const asking =
  /紧急采购|急需采购|长期采购|大量采购|现需要|急需要|急需|急求|急购|求购|采购|购买|寻找|想买|需要|需求|诚求|收购|急找/gu;
