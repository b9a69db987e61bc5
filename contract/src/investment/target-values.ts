import { z } from 'zod';

/** how long they may be the domain says, in a sentence with the figures */
export const words = z.string().trim().max(20_000).nullable().default(null);
/** of a form: sent twice it is done once */
export const formKey = z.string().trim().min(1).max(100).optional();
