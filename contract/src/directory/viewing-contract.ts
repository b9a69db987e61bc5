import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idParams } from '../values.ts';
import { session } from './session-contract.ts';

export const startViewing = endpoint({
  method: 'POST',
  path: '/api/posts/:id/viewing',
  tag: 'directory',
  summary:
    'See the screens as this post has them, read only and for a quarter of an hour; the purpose goes into the trail',
  status: 200,
  params: idParams,
  body: z.object({ purpose: z.string().trim().min(2).max(200) }),
  reply: session,
});

export const endViewing = endpoint({
  method: 'DELETE',
  path: '/api/viewing',
  tag: 'directory',
  summary: 'End looking through the screens of somebody else',
  status: 200,
  reply: session,
});
