import { relationKinds } from '@zhitong/domain/matching/product';
import { tiers } from '@zhitong/domain/matching/tier';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, productLink } from '../values.ts';

export const listProducts = endpoint({
  method: 'GET',
  path: '/api/products',
  tag: 'matching',
  summary: 'Products by name, alias or English name',
  status: 200,
  query: z.object({ q: z.string().max(200).default(''), limit: z.coerce.number().int().min(1).max(100).default(20) }),
  reply: z.object({
    products: z.array(
      productLink.extend({
        nameEn: z.string().nullable(),
        unit: z.string().nullable(),
        source: z.enum(['hand', 'chainkg']),
      }),
    ),
  }),
});

const relation = productLink.extend({
  kind: z.enum(relationKinds),
  quantity: z.number().nullable(),
  quantityUnit: z.string().nullable(),
  source: z.string(),
});

export const product = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  unit: z.string().nullable(),
  aliases: z.array(z.string()),
  source: z.enum(['hand', 'chainkg']),
  /** what it is a kind of, and its kinds */
  broader: z.array(relation),
  narrower: z.array(relation),
  /** what it is made from, and what is made from it */
  materials: z.array(relation),
  usedIn: z.array(relation),
  substitutes: z.array(relation),
  makers: z.object({
    byTier: z.array(z.object({ tier: z.enum(tiers), count: z.number().int() })),
    organisations: z.array(z.object({ id, name: z.string(), tier: z.enum(tiers), region: z.string().nullable() })),
  }),
  /** open needs the viewer may know of are counted, never named */
  openNeeds: z.number().int(),
});
export type Product = z.infer<typeof product>;

export const getProduct = endpoint({
  method: 'GET',
  path: '/api/products/:id',
  tag: 'matching',
  summary: 'One product: its kinds, materials, uses, and who makes it by tier',
  status: 200,
  params: z.object({ id: z.string().min(1).max(100) }),
  reply: product,
});
