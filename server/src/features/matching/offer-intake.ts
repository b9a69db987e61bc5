import { isSameContent, type TakenOffer } from '@zhitong/domain/directory/import-offers';
import type { EventType } from '@zhitong/domain/matching/event';
import { recogniseProduct } from '@zhitong/domain/matching/offer-product';
import { recordAudits } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import type { LiveIndex } from './live-index.ts';
import {
  changeOffers,
  insertOffers,
  listAnsweredOffers,
  listOffersOf,
  lockOffers,
  lockOwners,
  publishOffers,
  withdrawOffers,
} from './offer-intake-store.ts';

interface Writing {
  readonly city: string;
  readonly actorId: string;
  readonly why: string;
}

interface Pair {
  readonly before: TakenOffer;
  readonly after: TakenOffer;
}

type OfferEvent = Extract<EventType, `offer.${string}`>;
/** what fits into one statement */
const stretch = 2_000;

/**
 * Many offers at once, each with the event and the line of the trail that one entered by hand has: the live index, matching and the
 * reader of the trail learn of it in the same way.
 */
export function offerIntake({ index, effects }: { readonly index: LiveIndex; readonly effects: Effects }) {
  const tell = async (tx: Tx, type: OfferEvent, { said, city, actorId, why }: Writing & { said: readonly Said[] }) => {
    const at = effects.now();
    for (let from = 0; from < said.length; from += stretch)
      await appendEvents(
        tx,
        said.slice(from, from + stretch).map(({ offer: { id, organisationId, productText } }) => ({
          ...{ city, id: effects.newId(), type, subjectId: id, audience: [organisationId], actorId, at },
          payload: { product: productText },
        })),
      );
    await recordAudits(
      tx,
      effects,
      said.map(({ offer, before, after }) => ({
        ...{ action: type, subject: { kind: 'offer', id: offer.id }, before, after, why },
      })),
    );
  };
  const say = async (tx: Tx, pairs: readonly Pair[], writing: Writing) => {
    const offers = pairs.map(({ after }) => after);
    await changeOffers(tx, writing.city, offers);
    await publishOffers(tx, writing.city, offers);
    const said = pairs.map(({ before, after }) => ({ offer: after, before: factsOf(before), after: factsOf(after) }));
    await tell(tx, 'offer.changed', { said, ...writing });
  };
  return {
    recognise: (text: string) => recogniseProduct(index.index.lexicon, text),
    list: listOffersOf,
    publish: async (tx: Tx, offers: readonly TakenOffer[], writing: Writing) => {
      await lockOwners(tx, writing.city, offers);
      await insertOffers(tx, writing.city, { offers, at: effects.now() });
      await publishOffers(tx, writing.city, offers);
      const said = offers.map((offer) => ({ offer, after: factsOf(offer) }));
      await tell(tx, 'offer.published', { said, ...writing });
    },
    change: async (tx: Tx, pairs: readonly Pair[], writing: Writing) => {
      await lockOwners(
        tx,
        writing.city,
        pairs.map(({ after }) => after),
      );
      await say(tx, pairs, writing);
    },
    withdraw: async (tx: Tx, offers: readonly TakenOffer[], writing: Writing) => {
      const answered = await listAnsweredOffers(tx, writing.city, offers);
      const untouched = await unchangedSince(tx, writing.city, offers);
      const gone = untouched.filter(({ id }) => !answered.has(id));
      await withdrawOffers(tx, writing.city, gone);
      const said = gone.map((offer) => ({
        ...{ offer, before: { ...factsOf(offer), state: 'published' }, after: { state: 'withdrawn' } },
      }));
      await tell(tx, 'offer.withdrawn', { said, ...writing });
      return gone.length;
    },
    restore: async (tx: Tx, pairs: readonly Pair[], writing: Writing) => {
      const taken = pairs.map(({ after }) => after);
      const untouched = new Set((await unchangedSince(tx, writing.city, taken)).map(({ id }) => id));
      const back = pairs.filter(({ before }) => untouched.has(before.id));
      await say(
        tx,
        back.map(({ before, after }) => ({ before: after, after: before })),
        writing,
      );
      return back.length;
    },
  };
}

interface Said {
  readonly offer: TakenOffer;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

const factsOf = ({ id: _, ...facts }: TakenOffer): Readonly<Record<string, unknown>> => facts;

/** Of these offers those that are published and still say what was taken. */
async function unchangedSince(tx: Tx, city: string, taken: readonly TakenOffer[]): Promise<readonly TakenOffer[]> {
  const now = new Map((await lockOffers(tx, city, taken)).map((offer) => [offer.id, offer]));
  return taken.filter((offer) => {
    const known = now.get(offer.id);
    return known !== undefined && known.productText === offer.productText && isSameContent(known, offer);
  });
}
