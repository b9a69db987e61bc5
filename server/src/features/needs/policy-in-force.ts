import { sql } from 'kysely';

/** Of rows of `policy p`, on a day of the city. */
export const inForceOn = (day: string) =>
  sql<boolean>`p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to > ${day}::date)`;
