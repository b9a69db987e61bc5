import type { Reading } from '../matching/text-span.ts';

/**
 * What is wanted, of the products a text names. Chinese puts the purpose and the material first: whoever asks for
 * `变压器用硅钢片` wants steel, for `不锈钢离心泵` a pump, for `风电叶片项目` something else than blades. A name stays when it would
 * be the only one: then it is better than nothing.
 */
export function wantedProducts<T>(text: string, named: readonly Reading<T>[]): Reading<T>[] {
  const wanted = named.filter((product) => !isPurpose(text, product, named));
  return wanted.length > 0 ? wanted : [...named];
}

function isPurpose<T>(text: string, product: Reading<T>, named: readonly Reading<T>[]): boolean {
  const behind = text.slice(product.end, product.end + longestLink);
  if (aside.test(behind)) return true;
  const link = purposeLink.exec(behind)?.[0] ?? '';
  return named.some(({ start }) => start === product.end + link.length);
}

const longestLink = 4;
const purposeLink = /^(?:生产用|上用的|所用的?|专用的?|配套用?|用的?)/;
/** behind what only describes the thing wanted: the job it is for, or what it is made of */
const aside = /^(?:项目|工程|订单|材质)/;
