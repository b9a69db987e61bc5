import type { Standing } from './chain-standing.ts';
import type { Finding, GapClass } from './gap-class.ts';

export interface FragilityRules {
  /** a link of few makers is fragile when so many products of the chain stop with it */
  readonly stopsFragile: number;
  /** … and no more than so many local makers */
  readonly fewMakers: number;
  /** … or when so many lose touch with the chain without it */
  readonly cutOffFragile: number;
  /** … or when every way to so many leads through it */
  readonly onlyWayFragile: number;
  /** a run without a substitute is named as evidence from so many products on */
  readonly longRun: number;
}

export interface HangsOn {
  /** products of the chain that stop without it */
  readonly stops: readonly string[];
  /** something is registered that can stand in for it, and a source of that is known beside its own */
  readonly replaceable: boolean;
  readonly standing: Standing;
  readonly localMakers: number;
}

/**
 * What hangs on a link that few make and nothing can stand in for. A long run makes no link fragile by itself: it is said beside what
 * does.
 */
export function fragileFindings(
  { stops, replaceable, standing, localMakers }: HangsOn,
  { rules, of }: { readonly rules: FragilityRules; readonly of: GapClass },
): Finding[] {
  if (localMakers > rules.fewMakers || replaceable) return [];
  const { cutOff, onlyWay, example, run } = standing;
  const [first] = stops;
  const found: Finding[] = [];
  if (stops.length >= rules.stopsFragile && first !== undefined)
    found.push({ class: of, cause: { code: 'stops-others', params: { count: stops.length, example: first } } });
  if (cutOff >= rules.cutOffFragile)
    found.push({ class: of, cause: { code: 'splits-chain', params: { count: cutOff } } });
  if (onlyWay >= rules.onlyWayFragile && example !== null)
    found.push({ class: of, cause: { code: 'only-way', params: { count: onlyWay, example } } });
  if (found.length > 0 && run >= rules.longRun)
    found.push({ class: of, cause: { code: 'long-run', params: { count: run } } });
  return found;
}
