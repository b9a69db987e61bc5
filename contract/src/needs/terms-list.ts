import { z } from 'zod';
import { instant, isoDate } from '../values.ts';

/** One row of the terms of a city: from which day, why, by whom. */
export const termsRow = <Terms extends z.ZodType>(terms: Terms) =>
  z.object({
    from: isoDate,
    terms,
    /** null: what the installation began with */
    reason: z.string().nullable(),
    by: z.string(),
    at: instant,
  });

export const termsList = <Terms extends z.ZodType>(terms: Terms) =>
  z.object({
    today: isoDate,
    /** newest first; planned ones are those from a day to come */
    rows: z.array(termsRow(terms)),
    /** the row in force today */
    current: termsRow(terms),
  });

export const termsChange = <Terms extends z.ZodType>(terms: Terms) =>
  z.object({
    from: isoDate,
    reason: z.string().trim().min(2).max(300),
    terms,
    /** when the newest row the person saw was written */
    seen: instant,
  });

export const changedFrom = z.object({ terms: z.object({ from: isoDate }) });
