import { Refusal } from '../refusal.ts';
import { overlaps, type Period } from './organisation-history.ts';

/** The whole, in basis points: integers add up exactly. */
export const wholeShare = 10_000;

/** A member of an alliance for a stretch of days; `share` in basis points, null: not known. */
export interface Membership extends Period {
  readonly memberId: string;
  readonly name: string;
  readonly share: number | null;
}

/** Known shares never exceed the whole on any day, nobody is a member twice on one day, and an alliance is not its own member. */
export function decideMembers(allianceId: string, members: readonly Membership[]): void {
  for (const member of members) {
    if (member.memberId === allianceId) throw new Refusal('alliances.own-member');
    if (member.from !== null && member.to !== null && member.from >= member.to)
      throw new Refusal('alliances.period-empty', { name: member.name });
    const twice = members.find(
      (other) => other !== member && other.memberId === member.memberId && overlaps(other, member),
    );
    if (twice) throw new Refusal('alliances.twice', { name: member.name });
  }
  const fullest = fullestDay(members);
  if (fullest.sum > wholeShare)
    throw new Refusal('alliances.above-whole', { sum: percentText(fullest.sum), day: fullest.day || '…' });
}

/** The day on which most is shared out. The sum rises only where somebody joins, so only those days are looked at: O(n²). */
export function fullestDay(members: readonly Membership[]): { readonly day: string; readonly sum: number } {
  const days = ['', ...members.flatMap(({ from }) => from ?? [])];
  const sums = days.map((day) => ({ day, sum: sharedOn(members, day) }));
  return sums.reduce((most, one) => (one.sum > most.sum ? one : most), { day: '', sum: 0 });
}

/** `33.34` for 3334 */
export function percentText(share: number): string {
  return String(share / 100);
}

/** Day '' lies before all days. */
function sharedOn(members: readonly Membership[], day: string): number {
  const then = members.filter(({ from, to }) => (from === null || from <= day) && (to === null || day < to));
  return then.reduce((sum, { share }) => sum + (share ?? 0), 0);
}
