import type { CaseLight } from '@zhitong/domain/needs/case-light';
import { type CaseRules, workingDaysMs } from '@zhitong/domain/needs/case-terms';

/** The clock of whoever was asked beside the body in charge, by the lights of the city: red is late, yellow is near. */
export function helpLight(
  { isOpen, askedAt, remainingMs }: { isOpen: boolean; askedAt: Date; remainingMs: number },
  rules: CaseRules,
): CaseLight {
  const { city, light } = rules;
  if (!isOpen) return remainingMs < 0 ? 'caught-up' : 'green';
  if (remainingMs < 0) return 'red';
  const allowance = workingDaysMs(rules, city.helperDays, askedAt);
  return remainingMs <= Math.min(light.yellowMs, light.yellowShare * allowance) ? 'yellow' : 'green';
}
