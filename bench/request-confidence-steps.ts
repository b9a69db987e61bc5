import { shareWithInterval } from './identity-interval.ts';
import { isRight, type RoutedRequest } from './request-routed.ts';

const steps = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01];

/** How often a confidence came true: per step of the first proposal's confidence, its mean beside the share that was right. */
export function calibrationRows(part: string, routed: readonly RoutedRequest[]): string[][] {
  return steps.slice(1).map((end, at) => {
    const from = steps[at] ?? 0;
    const here = routed.filter(({ confidence }) => confidence >= from && confidence < end);
    const mean = here.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, here.length);
    const right = here.filter((one) => isRight(one, 1));
    const name = `confidence ${from.toFixed(2)} to ${Math.min(1, end).toFixed(2)}, mean ${mean.toFixed(3)}`;
    const share = shareWithInterval(right.length, here.length);
    return [part, 'Zhitong', name, here.length.toLocaleString('en-US'), share, '', '', '', ''];
  });
}
