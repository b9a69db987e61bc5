import { decideDuplicate, isOnePublicBody } from '../directory/duplicate-decision.ts';
import { newIdentityRecord } from '../directory/duplicate-record.ts';
import type { PlaceNames } from '../directory/name-places.ts';
import type { TargetKind } from './target-stage.ts';

/** Whom a target is about, as far as it tells two firms apart. */
export interface TargetFirm {
  /** in the register; null: only named */
  readonly organisationId: string | null;
  readonly name: string;
  /** where it sits; null: not known */
  readonly region: string | null;
  readonly kind: TargetKind;
}

export interface KnownTarget extends TargetFirm {
  readonly id: string;
}

/** a brand among some hundred targets is rare by itself */
const rare = () => 1;

/**
 * Open targets that are about the same firm, or one very much alike by its name and place: the very same first. Institutes and schools
 * are one only by their whole names, as in the register.
 */
export function alikeTargets<Known extends KnownTarget>(
  firm: TargetFirm,
  known: readonly Known[],
  places: PlaceNames,
): readonly Known[] {
  const own = recordOf('', firm, places);
  const isSame = (one: Known) =>
    (firm.organisationId !== null && one.organisationId === firm.organisationId) || one.name === firm.name;
  const isAlike = (one: Known) => {
    if (one.kind !== firm.kind) return false;
    const decision = decideDuplicate(own, recordOf(one.id, one, places), rare);
    return decision.verdict !== 'different' && (firm.kind === 'firm' || isOnePublicBody(decision));
  };
  const same = known.filter(isSame);
  return [...same, ...known.filter((one) => !same.includes(one) && isAlike(one))];
}

function recordOf(id: string, { name, region }: TargetFirm, places: PlaceNames) {
  return newIdentityRecord({ id, name, shortName: null, creditCode: null, addresses: [], region }, places);
}
