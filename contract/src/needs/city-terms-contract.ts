import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id } from '../values.ts';
import { orderTerms } from './order-terms-contract.ts';
import { sourcingTerms } from './sourcing-terms-contract.ts';
import { changedFrom, termsChange, termsList } from './terms-list.ts';

export const listOrderTerms = endpoint({
  method: 'GET',
  path: '/api/order-terms',
  tag: 'orders',
  summary: 'How long each turn of a supervision order may take: in force, planned and past',
  status: 200,
  reply: termsList(orderTerms),
});

export const changeOrderTerms = endpoint({
  method: 'PUT',
  path: '/api/order-terms',
  tag: 'orders',
  summary: 'New terms of supervision orders from a day to come, with the reason; a turn that runs keeps its time',
  status: 200,
  body: termsChange(orderTerms),
  reply: changedFrom,
});

export const listSourcingTerms = endpoint({
  method: 'GET',
  path: '/api/sourcing-terms',
  tag: 'needs',
  summary: 'What sourcing goes by: times of the rings, quotas, price fishing; in force, planned and past',
  status: 200,
  reply: termsList(sourcingTerms).extend({
    /** firms with a quota of their own in any of the rows */
    firms: z.array(z.object({ id, name: z.string() })),
  }),
});

export const changeSourcingTerms = endpoint({
  method: 'PUT',
  path: '/api/sourcing-terms',
  tag: 'needs',
  summary:
    'New terms of sourcing from a day to come, with the reason; a need keeps the terms of the day it was published',
  status: 200,
  body: termsChange(sourcingTerms),
  reply: changedFrom,
});
