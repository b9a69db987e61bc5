import type { Tx } from '#platform/database';
import type { TestOrganisation } from './test-world.ts';

interface Writing {
  readonly newId: () => string;
  readonly at: string;
}

/** A question to a bank in a case of the organisation, which is the bank too: it stands on both sides of it. */
export async function writeAsk(
  tx: Tx,
  { city, id: own, name, person }: TestOrganisation,
  { newId, needId, caseId, at }: Writing & { needId: string; caseId: string },
): Promise<{ ask: string; receipt: string }> {
  const [ask, receipt] = [newId(), newId()];
  const sides = { bank_id: own, asker_id: own };
  await tx
    .insertInto('funding_ask')
    .values({
      ...{ ...sides, city, id: ask, case_id: caseId, need_id: needId, round: 1, bank_name: name, asker_name: name },
      ...{ title: '流动资金 300 万元', text: '流动资金 300 万元', asked_at: at, due_at: '2027-12-31T09:00:00+08:00' },
      ...{ state: 'open', demo: true },
    })
    .execute();
  await tx
    .insertInto('funding_receipt')
    .values({
      ...{ ...sides, city, id: receipt, ask_id: ask, given_by: person.id, given_by_name: person.name, given_at: at },
      expires_at: '2027-12-31T09:00:00+08:00',
    })
    .execute();
  return { ask, receipt };
}

/** On a step of its deal, noted by the other side. */
export async function writePayment(
  tx: Tx,
  given: Writing & { owner: TestOrganisation; other: TestOrganisation; deal: string; step: string },
): Promise<string> {
  const { owner, other, deal, step, newId, at } = given;
  const id = newId();
  await tx
    .insertInto('deal_payment')
    .values({
      ...{ city: owner.city, id, deal_id: deal, step_id: step, buyer_id: owner.id, seller_id: other.id },
      ...{ amount_fen: 1, paid_on: '2026-11-22', noted_by: 'seller', noted_at: at },
    })
    .execute();
  return id;
}
