import {
  acceptInvitation,
  acceptInvitationAsMe,
  invite,
  listInvitations,
  openInvitation,
  revokeInvitation as revokeContract,
} from '@zhitong/contract/directory/invitation-contract';
import { networkOf } from '@zhitong/domain/directory/lock-out';
import { Refusal } from '@zhitong/domain/refusal';
import type { FastifyRequest } from 'fastify';
import { AddressLimit } from '#platform/address-limit';
import type { Routes } from '#platform/route';
import type { AuthUse } from './auth-options.ts';
import { acceptAsSignedIn, acceptWithNewAccount, readInvitation } from './invitation-accept.ts';
import { inviteColleague, revokeInvitation, viewInvitations } from './invitation-service.ts';
import { presentWhole } from './session-reply.ts';

export function invitationRoutes(routes: Routes, use: AuthUse): void {
  routes.for('person.invite', listInvitations, ({ params }, viewer) => viewInvitations(use, viewer, params.id));

  routes.for('person.invite', invite, ({ params, body }, viewer) =>
    inviteColleague(use, viewer, { organisationId: params.id, ...body }),
  );

  routes.for('person.invite', revokeContract, ({ params }, viewer) => revokeInvitation(use, viewer, params.id));

  const tries = new AddressLimit({ most: 60, minutes: 1 });
  const accounts = new AddressLimit({ most: 20, minutes: 1 });
  const count = (request: FastifyRequest, limit = tries) => {
    if (limit.take(networkOf(request.ip), use.effects.now()) > 0) throw new Refusal('invitations.too-often');
    return { address: request.ip, requestId: request.id };
  };

  routes.public(openInvitation, async ({ body, request }) => {
    count(request);
    return readInvitation(use, body.token);
  });

  routes.public(acceptInvitation, async ({ body, request }) => ({
    username: await acceptWithNewAccount(use, { ...body, ...count(request, accounts) }),
  }));

  routes.public(acceptInvitationAsMe, async ({ body, request }) => {
    const { person } = await presentWhole(use.sessions, request);
    return { organisation: await acceptAsSignedIn(use, { token: body.token, person, ...count(request) }) };
  });
}
