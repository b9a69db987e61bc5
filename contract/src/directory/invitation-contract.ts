import { invitationStates, invitedRoles } from '@zhitong/domain/directory/invitation';
import { organisationKinds } from '@zhitong/domain/directory/organisation';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, organisationLink } from '../values.ts';

export const invitation = z.object({
  id,
  role: z.enum(invitedRoles),
  forWhom: z.string(),
  by: z.string(),
  at: instant,
  expiresAt: instant,
  state: z.enum(invitationStates),
  usedBy: z.string().nullable(),
});
export type Invitation = z.infer<typeof invitation>;

export const listInvitations = endpoint({
  method: 'GET',
  path: '/api/organisations/:id/invitations',
  tag: 'directory',
  summary: 'Invitations of an organisation, newest first',
  status: 200,
  params: idParams,
  reply: z.object({ invitations: z.array(invitation), roles: z.array(z.enum(invitedRoles)) }),
});

export const invite = endpoint({
  method: 'POST',
  path: '/api/organisations/:id/invitations',
  tag: 'directory',
  summary: 'Make a link that gives one colleague a post, once, within seven days. The link is shown only now',
  status: 201,
  params: idParams,
  body: z.object({ role: z.enum(invitedRoles), forWhom: z.string().trim().max(40).default('') }),
  reply: z.object({ invitation, path: z.string() }),
});

export const revokeInvitation = endpoint({
  method: 'DELETE',
  path: '/api/invitations/:id',
  tag: 'directory',
  summary: 'Take an unused link back',
  status: 200,
  params: idParams,
  reply: z.object({ invitation }),
});

const token = z.string().max(200);

export const openInvitation = endpoint({
  method: 'POST',
  path: '/api/invitation',
  tag: 'directory',
  summary: 'What a link invites to, for whoever holds it',
  status: 200,
  body: z.object({ token }),
  reply: z.object({
    organisation: organisationLink.extend({ kind: z.enum(organisationKinds) }),
    role: z.enum(invitedRoles),
    by: z.string(),
    forWhom: z.string(),
    expiresAt: instant,
  }),
});

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/api/invitation/acceptance',
  tag: 'directory',
  summary: 'Use the link up: a new account with the post',
  status: 201,
  body: z.object({ token, name: z.string().max(80), username: z.string().max(60), password: z.string().max(400) }),
  reply: z.object({ username: z.string() }),
});

export const acceptInvitationAsMe = endpoint({
  method: 'POST',
  path: '/api/invitation/acceptance/mine',
  tag: 'directory',
  summary: 'Use the link up: the post for the account that is signed in',
  status: 201,
  body: z.object({ token }),
  reply: z.object({ organisation: organisationLink }),
});
