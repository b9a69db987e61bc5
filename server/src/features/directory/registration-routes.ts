import {
  addRegistrationEvidence,
  findFirms,
  getRegistration,
  register,
  supplementRegistration,
  withdrawRegistration,
} from '@zhitong/contract/directory/registration-contract';
import { mostEvidenceBytes } from '@zhitong/domain/directory/evidence-decision';
import { networkOf } from '@zhitong/domain/directory/lock-out';
import { Refusal } from '@zhitong/domain/refusal';
import type { FastifyRequest } from 'fastify';
import { AddressLimit } from '#platform/address-limit';
import { inContext } from '#platform/context';
import type { Routes } from '#platform/route';
import { readUpload } from '#platform/upload';
import { type Claimant, supplementClaim, withdrawClaim } from './claim-service.ts';
import { viewClaim } from './claim-views.ts';
import { addEvidence } from './evidence-service.ts';
import { type RegistrationUse, registerPerson } from './registration-service.ts';
import { findFirmsByName, findRegisteredClaim } from './registration-views.ts';
import { presentWhole } from './session-reply.ts';

/** Open to strangers, so counted per address; then for the account that has no post yet and acts for itself only. */
export function registrationRoutes(routes: Routes, use: RegistrationUse): void {
  const { database, effects, city } = use;
  const searches = new AddressLimit({ most: 60, minutes: 1 });
  const registrations = new AddressLimit({ most: 10, minutes: 60 });

  routes.public(findFirms, async ({ query, request }) => {
    if (searches.take(networkOf(request.ip), effects.now()) > 0) throw new Refusal('registration.search-too-often');
    const stranger = { city, viewer: 'organisation', organisation: '' } as const;
    return { firms: await inContext(database, stranger, (tx) => findFirmsByName(tx, query.q)) };
  });

  routes.public(register, async ({ body, request }) => {
    const minutes = registrations.take(networkOf(request.ip), effects.now());
    if (minutes > 0) throw new Refusal('registration.too-often', { minutes });
    const from = { address: request.ip, requestId: request.id };
    return { username: await registerPerson(use, body, from) };
  });

  routes.public(getRegistration, async ({ request }) => show(use, await registrantOf(use, request)));

  routes.public(addRegistrationEvidence, async ({ request, reply }) => {
    const registrant = await registrantOf(use, request);
    return addEvidence(use, registrant, await readUpload({ request, reply }, { most: mostEvidenceBytes }));
  });

  routes.public(supplementRegistration, async ({ body, request }) => {
    const registrant = await registrantOf(use, request);
    await supplementClaim(use, registrant, { id: registrant.claimId, ...body });
    return show(use, registrant);
  });

  routes.public(withdrawRegistration, async ({ request }) => {
    const registrant = await registrantOf(use, request);
    await withdrawClaim(use, registrant, registrant.claimId);
    return show(use, registrant);
  });
}

interface Registrant extends Claimant {
  readonly claimId: string;
}

/** Whoever is signed in and registered once: the database shows it its own claim and files, nothing else. */
async function registrantOf({ sessions, database }: RegistrationUse, request: FastifyRequest): Promise<Registrant> {
  const { person } = await presentWhole(sessions, request);
  const { id: personId, name, city } = person;
  const actor = { personId, name, role: undefined, address: request.ip, requestId: request.id };
  const context = { city, viewer: 'organisation', organisation: '', actor } as const;
  const claimId = await inContext(database, context, (tx) => findRegisteredClaim(tx, personId));
  if (claimId === undefined) throw new Refusal('registration.none');
  return { context, personId, organisationId: null, name, claimId };
}

function show({ database }: RegistrationUse, { context, claimId, personId }: Registrant) {
  return inContext(database, context, async (tx) => ({
    claim: await viewClaim(tx, { id: claimId, reader: { personId, actor: 'claimant' } }),
  }));
}
