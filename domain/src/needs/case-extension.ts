import { numberPattern, readNumber } from './parse-number.ts';

/** Working days a body may ask for at once: no case is put off for ever by one yes. */
export const longestExtensionDays = 10;

const written = new RegExp(`(${numberPattern})\\s*个?(?:工作日|working days?|days?|天|日)`, 'iu');

/**
 * Working days that are asked for: the figure of the form; else the one in the words (“还要三个工作日”), as long as it is a whole number of
 * days that may be asked for at once; else one day.
 */
export function extensionDays({
  days,
  text,
}: {
  readonly days?: number | undefined;
  readonly text?: string | undefined;
}): number {
  if (days !== undefined) return days;
  const [, figure] = written.exec((text ?? '').normalize('NFKC')) ?? [];
  const read = figure === undefined ? Number.NaN : readNumber(figure);
  return Number.isInteger(read) && read >= 1 && read <= longestExtensionDays ? read : 1;
}
