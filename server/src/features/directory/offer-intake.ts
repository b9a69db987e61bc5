import type { KnownOffer, TakenOffer } from '@zhitong/domain/directory/import-offers';
import type { Tx } from '#platform/database';

export interface OfferWriting {
  readonly city: string;
  readonly actorId: string;
  /** the file, as the trail names it */
  readonly why: string;
}

/** What imports ask of matching, which owns the offers: given from outside, for one slice does not reach into another. */
export interface OfferIntake {
  /** the product of the graph these words stand for */
  readonly recognise: (text: string) => string | null;
  /** published offers of these firms */
  readonly list: (tx: Tx, city: string, organisationIds: readonly string[]) => Promise<readonly KnownOffer[]>;
  readonly publish: (tx: Tx, offers: readonly TakenOffer[], writing: OfferWriting) => Promise<void>;
  readonly change: (tx: Tx, pairs: readonly OfferPair[], writing: OfferWriting) => Promise<void>;
  /** answers how many are withdrawn; what was changed or answered to a buyer since stays */
  readonly withdraw: (tx: Tx, offers: readonly TakenOffer[], writing: OfferWriting) => Promise<number>;
  /** answers how many say again what they said before; what was changed since stays */
  readonly restore: (tx: Tx, pairs: readonly OfferPair[], writing: OfferWriting) => Promise<number>;
}

/** An offer before and after an import changed it. */
export interface OfferPair {
  readonly before: TakenOffer;
  readonly after: TakenOffer;
}
