import type { DutyList } from '@zhitong/domain/directory/duty';
import type { OrganisationKind } from '@zhitong/domain/directory/organisation';
import type { ProposedMatter } from '@zhitong/domain/needs/case-proposal';
import { Refusal } from '@zhitong/domain/refusal';
import { dutyAnswers } from '#features/directory/public';
import type { Tx } from '#platform/database';
import type { CaseHolder } from './case-store.ts';

interface On {
  /** of the case: no bank leads or helps where banks make offers */
  readonly list: DutyList;
  readonly city: string;
  /** ISO date */
  readonly day: string;
}

/** Whether an organisation is one that answers for cases. */
export async function isBody(tx: Tx, { city, id }: { city: string; id: string }): Promise<boolean> {
  const found = tx.selectFrom('organisation').select('kind').where('city', '=', city).where('id', '=', id);
  const kind = (await found.executeTakeFirst())?.kind;
  return kind !== undefined && kind !== 'enterprise' && kind !== 'alliance';
}

/** What is sent to bodies is no firm's to read or answer, whoever the request names. */
export async function refuseFirm(
  tx: Tx,
  { city, organisationId: id }: { city: string; organisationId: string },
  code: 'platform.forbidden' | 'articles.not-a-body' = 'platform.forbidden',
): Promise<void> {
  if (!(await isBody(tx, { city, id }))) throw new Refusal(code);
}

/** A body that can take a case, and who in it answers today. A firm handles no requests. */
export async function holderIn(
  tx: Tx,
  { city, bodyId, day, list }: On & { readonly bodyId: string },
): Promise<CaseHolder> {
  const found = bodyId === '' ? undefined : await dutyAnswers.inBody(tx, { city, bodyId, day });
  if (!found) throw new Refusal('cases.unknown-body');
  const { id, name, kind } = found.body;
  refuseBank(list, kind);
  if (kind === 'enterprise' || kind === 'alliance') throw new Refusal('cases.not-a-body', { name });
  return { body: { id, name }, post: found.post };
}

export interface MatterHolder {
  readonly dutyId: string;
  readonly number: string;
  readonly holder: CaseHolder;
  readonly duty: NonNullable<Awaited<ReturnType<typeof dutyAnswers.forMatter>>>['duty'];
}

export async function holderOfMatter(tx: Tx, of: On & { readonly dutyId: string }): Promise<MatterHolder> {
  const found = await dutyAnswers.forMatter(tx, of);
  if (!found) throw new Refusal('cases.unknown-matter');
  const { body, post, duty } = found;
  refuseBank(of.list, body.kind);
  return { dutyId: duty.id, number: duty.number, duty, holder: { body: { id: body.id, name: body.name }, post } };
}

/** The proposals that came with a case, three at most, with the bodies that answer for them today; what is no longer in force is left out. */
export async function mattersToday(
  tx: Tx,
  { city, day, proposed, list }: On & { readonly proposed: readonly ProposedMatter[] },
): Promise<readonly (MatterHolder & { readonly confidence: number })[]> {
  const today: (MatterHolder & { readonly confidence: number })[] = [];
  for (const { dutyId, confidence } of proposed) {
    const found = await dutyAnswers.forMatter(tx, { city, dutyId, day });
    if (!found || isBankElsewhere(list, found.body.kind)) continue;
    const { body, post, duty } = found;
    today.push({
      dutyId,
      number: duty.number,
      duty,
      confidence,
      holder: { body: { id: body.id, name: body.name }, post },
    });
  }
  return today;
}

/** A bank that led or helped in a funding case would read what other banks were asked and offer. */
export const isBankElsewhere = (list: DutyList, kind: OrganisationKind): boolean =>
  list === 'funding' && kind === 'bank';

function refuseBank(list: DutyList, kind: OrganisationKind): void {
  if (isBankElsewhere(list, kind)) throw new Refusal('cases.bank-elsewhere');
}
