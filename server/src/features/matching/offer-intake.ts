import { isSameContent, type TakenOffer } from '@zhitong/domain/directory/import-offers';
import type { EventType } from '@zhitong/domain/matching/event';
import { recogniseProduct } from '@zhitong/domain/matching/offer-product';
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
}

type OfferEvent = Extract<EventType, `offer.${string}`>;
/** what fits into one statement */
const stretch = 2_000;

/** Many offers at once, each with the event that one entered by hand has: the live index and matching learn of it in the same way. */
export function offerIntake({ index, effects }: { readonly index: LiveIndex; readonly effects: Effects }) {
  const tell = async (
    tx: Tx,
    type: OfferEvent,
    { offers, city, actorId }: Writing & { offers: readonly TakenOffer[] },
  ) => {
    const at = effects.now();
    for (let from = 0; from < offers.length; from += stretch)
      await appendEvents(
        tx,
        offers.slice(from, from + stretch).map(({ id, organisationId, productText }) => ({
          ...{ city, id: effects.newId(), type, subjectId: id, audience: [organisationId], actorId, at },
          payload: { product: productText },
        })),
      );
  };
  const say = async (tx: Tx, offers: readonly TakenOffer[], writing: Writing) => {
    await changeOffers(tx, writing.city, offers);
    await publishOffers(tx, writing.city, offers);
    await tell(tx, 'offer.changed', { offers, ...writing });
  };
  return {
    recognise: (text: string) => recogniseProduct(index.index.lexicon, text),
    list: listOffersOf,
    publish: async (tx: Tx, offers: readonly TakenOffer[], writing: Writing) => {
      await lockOwners(tx, writing.city, offers);
      await insertOffers(tx, writing.city, { offers, at: effects.now() });
      await publishOffers(tx, writing.city, offers);
      await tell(tx, 'offer.published', { offers, ...writing });
    },
    change: async (tx: Tx, offers: readonly TakenOffer[], writing: Writing) => {
      await lockOwners(tx, writing.city, offers);
      await say(tx, offers, writing);
    },
    withdraw: async (tx: Tx, offers: readonly TakenOffer[], writing: Writing) => {
      const answered = await listAnsweredOffers(tx, writing.city, offers);
      const untouched = await unchangedSince(tx, writing.city, offers);
      const gone = untouched.filter(({ id }) => !answered.has(id));
      await withdrawOffers(tx, writing.city, gone);
      await tell(tx, 'offer.withdrawn', { offers: gone, ...writing });
      return gone.length;
    },
    restore: async (
      tx: Tx,
      pairs: readonly { readonly before: TakenOffer; readonly after: TakenOffer }[],
      writing: Writing,
    ) => {
      const untouched = new Set(
        (
          await unchangedSince(
            tx,
            writing.city,
            pairs.map(({ after }) => after),
          )
        ).map(({ id }) => id),
      );
      const back = pairs.flatMap(({ before }) => (untouched.has(before.id) ? [before] : []));
      await say(tx, back, writing);
      return back.length;
    },
  };
}

/** Of these offers those that are published and still say what was taken. */
async function unchangedSince(tx: Tx, city: string, taken: readonly TakenOffer[]): Promise<readonly TakenOffer[]> {
  const now = new Map((await lockOffers(tx, city, taken)).map((offer) => [offer.id, offer]));
  return taken.filter((offer) => {
    const known = now.get(offer.id);
    return known !== undefined && known.productText === offer.productText && isSameContent(known, offer);
  });
}
