/** A share with the interval that holds it in 95 of 100 such samples (Wilson, JASA 22, 1927): honest near 0 and 1 too. */
export function shareWithInterval(hits: number, all: number): string {
  if (all === 0) return '–';
  const z = 1.96;
  const share = hits / all;
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const reach = (z / (1 + (z * z) / all)) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  const figure = (value: number) => Math.min(1, Math.max(0, value)).toFixed(3).replace(/^0/, '');
  return `${figure(share)} (${figure(middle - reach)}–${figure(middle + reach)})`;
}
