import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values.ts';

export const requestFile = z.object({ id, name: z.string(), type: z.string(), bytes: z.number().int() });
export type RequestFile = z.infer<typeof requestFile>;

export const addRequestFile = endpoint({
  method: 'POST',
  path: '/api/request-files',
  tag: 'needs',
  summary:
    'Hand in one file for a request: multipart/form-data with the field `file`; PDF, PNG, JPG or OFD, at most 10 MB. One that is not sent within a day is deleted',
  status: 201,
  reply: requestFile,
});

export const linkRequestFile = endpoint({
  method: 'POST',
  path: '/api/request-files/:id/links',
  tag: 'needs',
  summary: 'A link to the file for this reader only, good for five minutes; whoever may read the case may have one',
  status: 201,
  params: idParams,
  reply: z.object({ url: z.string(), until: instant }),
});

export const openRequestFile = endpoint({
  method: 'GET',
  path: '/api/request-files/:id/content',
  tag: 'needs',
  summary: 'The file behind a link of POST /api/request-files/:id/links',
  status: 200,
  params: idParams,
  query: z.object({ link: z.string().max(1000), post: z.string().max(40).optional() }),
  reply: z.unknown(),
});
