import { caseTitle } from '@zhitong/domain/needs/case-title';
import { cityDay, endOfCityDay } from '@zhitong/domain/needs/city-day';
import { listValue } from '#platform/city-table';
import type { CaseWorld } from './seed-case-stories.ts';
import type { AskStory } from './seed-funding-stories.ts';

/** What banks were asked and said, receipts and their news, as the running server would have written them. */
export function fundingTables(world: CaseWorld, asks: readonly AskStory[]) {
  return [
    { table: 'case_help', rows: asks.map(helpRow) },
    { table: 'funding_ask', rows: asks.map(askRow) },
    { table: 'funding_offer', rows: asks.flatMap((ask) => offerRows(world, ask)) },
    { table: 'funding_receipt', rows: asks.flatMap((ask) => receiptRows(world, ask)) },
    { table: 'event', rows: asks.flatMap((ask) => eventRows(world, ask)) },
  ];
}

const day = 86_400_000;

function helpRow({ story, bank, askedAt, dueAt, answeredAt }: AskStory) {
  return {
    ...{ city: story.asker.city, case_id: story.id, helper_id: bank.id, helper_name: bank.name, question: '' },
    ...{ asked_at: askedAt, due_at: dueAt, answered_at: answeredAt },
  };
}

function askRow({ id, story, bank, state, lost, askedAt, dueAt, answeredAt, settledAt, decline }: AskStory) {
  const { asker, text } = story;
  return {
    ...{ city: asker.city, id, case_id: story.id, need_id: story.needId, round: 1, bank_id: bank.id },
    ...{ bank_name: bank.name, asker_id: asker.id, asker_name: asker.name, title: caseTitle(text), text },
    ...{ asked_at: askedAt, due_at: dueAt, state, answered_at: answeredAt, lost_code: lost, settled_at: settledAt },
    ...{ decline_code: decline?.code ?? null, decline_change: decline?.change ?? null, demo: true },
  };
}

const personAt = ({ rows }: CaseWorld, organisationId: string) => {
  const post = rows.posts.find((one) => one.organisationId === organisationId);
  const person = rows.people.find(({ id }) => id === post?.personId);
  if (!person) throw new Error(`Nobody works at ${organisationId}.`);
  return person;
};

function offerRows(world: CaseWorld, { id, story, bank, offer, answeredAt }: AskStory) {
  if (!offer || answeredAt === null) return [];
  return [
    {
      ...{ city: story.asker.city, id: world.newId(), ask_id: id, bank_id: bank.id, asker_id: story.asker.id },
      ...{ amount_fen: offer.wan * 1_000_000, rate_bp: Math.round(offer.percent * 100), term_months: offer.months },
      ...{ guarantee: offer.guarantee, fees_fen: offer.feesYuan * 100, note: offer.note, at: answeredAt },
      // stands for a while after the demo city is made
      valid_until: cityDay(new Date(world.now.getTime() + 30 * day)),
      ...{ by_person: personAt(world, bank.id).id, replaced_at: null },
    },
  ];
}

function receiptRows(world: CaseWorld, { id, story, bank, receipt, askedAt, answeredAt }: AskStory) {
  if (receipt === null) return [];
  const by = personAt(world, story.asker.id);
  const used = receipt === 'used' && answeredAt !== null;
  return [
    {
      ...{ city: story.asker.city, id: world.newId(), ask_id: id, bank_id: bank.id, asker_id: story.asker.id },
      ...{ given_by: by.id, given_by_name: by.name, given_at: askedAt, taken_back_at: null },
      expires_at: endOfCityDay(cityDay(new Date((used ? askedAt : world.now).getTime() + 15 * day))),
      ...{ used_at: used ? answeredAt : null, used_by_name: used ? personAt(world, bank.id).name : null },
      purpose: used ? '贷前调查（演示）' : null,
    },
  ];
}

function eventRows({ newId }: CaseWorld, ask: AskStory) {
  const { id, story, bank, state, lost, askedAt, settledAt } = ask;
  const { asker, needId, text } = story;
  const facts = { needId, title: caseTitle(text), asker: asker.name };
  const news = (type: string, at: Date, more: object = {}) => ({
    ...{ city: asker.city, id: newId(), type, subject_id: id, audience: listValue([bank.id]), at },
    payload: { ...facts, ...more },
  });
  return [
    news('funding.asked', askedAt),
    ...(state === 'won' && settledAt ? [news('funding.accepted', settledAt)] : []),
    ...(state === 'lost' && settledAt ? [news('funding.lost', settledAt, { code: lost })] : []),
  ];
}
