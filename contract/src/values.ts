import { cityPattern } from '@zhitong/domain/directory/organisation';
import { limitOperators } from '@zhitong/domain/matching/limit';
import { periods } from '@zhitong/domain/matching/quantity';
import { z } from 'zod';

/** Values that many endpoints share. */
export const id = z.uuid();
export const cityCode = z.string().regex(cityPattern);
export const isoDate = z.iso.date();
export const instant = z.iso.datetime({ offset: true });
/** money in 分, a safe integer */
export const fen = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
export const idParams = z.object({ id });

export const quantity = z.object({
  amount: z.number().finite(),
  unit: z.string().trim().min(1).max(20),
  per: z.enum(periods),
});

export const needLimit = z.object({
  name: z.string().trim().min(1).max(40),
  op: z.enum(limitOperators),
  value: z.number().finite(),
  unit: z.string().max(20),
});

export const offerLimit = z.object({
  name: z.string().trim().min(1).max(40),
  low: z.number().finite().optional(),
  high: z.number().finite().optional(),
  unit: z.string().max(20),
  evidence: z.string().max(80).optional(),
  date: isoDate.optional(),
});

export const certificate = z.object({ name: z.string().trim().min(1).max(80), validUntil: isoDate.optional() });

export const organisationLink = z.object({ id, name: z.string() });
export const productLink = z.object({ id: z.string(), name: z.string() });

/** What the composer's chips hold (domain: NeedChips). */
export const needChips = z.object({
  productIds: z.array(z.string().max(100)).max(10),
  quantity: quantity.nullable(),
  deadline: isoDate.nullable(),
  place: z.object({ text: z.string().max(60), region: z.string().max(12).nullable() }).nullable(),
  certificates: z.array(z.string().max(80)).max(20),
  limits: z.array(needLimit).max(30),
});

/** The body of every refusal and failure. */
export const refusalReply = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
  requestId: z.string(),
});
export type RefusalReply = z.infer<typeof refusalReply>;
