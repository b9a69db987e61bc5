import type { registerTarget } from '@zhitong/contract/investment/target-contract';
import type { TargetKind } from '@zhitong/domain/investment/target-stage';
import type { z } from 'zod';
import { isRefused } from '#platform/query';

export interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** What stands in the form. */
export interface TargetFields {
  readonly which: 'known' | 'named';
  readonly firm: Chosen | null;
  readonly name: string;
  readonly kind: TargetKind;
  readonly region: Chosen | null;
  readonly note: string;
  readonly next: string;
  readonly due: string;
}
export type TargetField = keyof TargetFields;
export type TargetProblem = 'needFirm' | 'needName' | 'needNext' | 'needDue';

export function firstFields(firm: Chosen | null): TargetFields {
  return { which: 'known', firm, name: '', kind: 'firm', region: null, note: '', next: '', due: '' };
}

/** What the person should correct before sending; everything else the server judges. */
export function problemsOf({
  which,
  firm,
  name,
  next,
  due,
}: TargetFields): Readonly<Partial<Record<TargetField, TargetProblem>>> {
  return {
    ...(which === 'known' && firm === null && { firm: 'needFirm' }),
    ...(which === 'named' && name.trim().length < 2 && { name: 'needName' }),
    ...(next.trim() === '' && { next: 'needNext' }),
    ...(due === '' && { due: 'needDue' }),
  };
}

type Body = z.input<typeof registerTarget.body & z.ZodType>;

export function bodyOf(
  { which, firm, name, kind, region, note, next, due }: TargetFields,
  more: { readonly gap: string | undefined; readonly insist: string | null; readonly idempotencyKey: string },
): Body {
  const { gap, insist, idempotencyKey } = more;
  const organisation = which === 'known' && firm ? firm.id : { name: name.trim(), kind, region: region?.id ?? null };
  return {
    ...{ organisation, note: note.trim() || null, next: next.trim(), due, insist, idempotencyKey },
    ...(gap !== undefined && { gap }),
  };
}

const about: Readonly<Record<string, TargetField>> = {
  'targets.unknown-organisation': 'firm',
  'targets.already-here': 'firm',
  'targets.unknown-region': 'region',
  'targets.due-past': 'due',
  'targets.due-far': 'due',
};
const longFields: readonly TargetField[] = ['note', 'next'];

/** Which field a refusal is about; the others stand above the form. */
export function refusedField(error: unknown): { readonly field: TargetField; readonly sentence: string } | undefined {
  if (!isRefused(error)) return undefined;
  const field = about[error.code] ?? longFields.find((name) => name === error.details.field);
  return field && { field, sentence: error.message };
}

/** The target of the same firm that stands already. */
export function heldOf(error: unknown): { readonly id: string; readonly sentence: string } | undefined {
  if (!isRefused(error) || error.code !== 'targets.duplicate') return undefined;
  const { target } = error.details;
  return typeof target === 'string' ? { id: target, sentence: error.message } : undefined;
}
