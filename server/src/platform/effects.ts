import { uuidv7 } from 'uuidv7';

/** Time and identity enter the house here and are passed on as arguments. */
export interface Effects {
  readonly now: () => Date;
  readonly newId: () => string;
}

export const realEffects: Effects = { now: () => new Date(), newId: uuidv7 };
