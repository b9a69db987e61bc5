import {
  addCapability,
  addCertificate,
  addFormerName,
  addMember,
  changeCapability,
  changeCertificate,
  changeMembership,
  endCapability,
  endCertificate,
  endMembership,
  takeBackFormerName,
} from '@zhitong/contract/directory/organisation-holding-contract';
import type { Routes } from '#platform/route';
import { addFormerNameFor, takeBackFormerNameFor } from './former-name-service.ts';
import type { HoldingDeps } from './holding-desk.ts';
import { capabilityDesk, certificateDesk } from './holding-service.ts';
import { addMemberFor, changeMembershipFor, endMembershipFor } from './membership-service.ts';

/** What an organisation has: capabilities, certificates, members, former names. Each answers the new version of its page. */
export function holdingRoutes(routes: Routes, deps: HoldingDeps): void {
  routes.for('organisation.change', addCapability, async ({ params, body }, viewer) => ({
    version: await capabilityDesk.add(deps, viewer, { ...body, organisationId: params.id }),
  }));

  routes.for('organisation.change', changeCapability, async ({ params, body }, viewer) => ({
    version: await capabilityDesk.change(deps, viewer, { ...body, id: params.id }),
  }));

  routes.for('organisation.change', endCapability, async ({ params, body }, viewer) => ({
    version: await capabilityDesk.end(deps, viewer, { ...body, id: params.id }),
  }));

  routes.for('organisation.change', addCertificate, async ({ params, body }, viewer) => ({
    version: await certificateDesk.add(deps, viewer, { ...body, organisationId: params.id }),
  }));

  routes.for('organisation.change', changeCertificate, async ({ params, body }, viewer) => ({
    version: await certificateDesk.change(deps, viewer, { ...body, id: params.id }),
  }));

  routes.for('organisation.change', endCertificate, async ({ params, body }, viewer) => ({
    version: await certificateDesk.end(deps, viewer, { ...body, id: params.id }),
  }));

  routes.for('organisation.change', addMember, async ({ params, body }, viewer) => ({
    version: await addMemberFor(deps, viewer, { ...body, allianceId: params.id }),
  }));

  routes.for('organisation.change', changeMembership, async ({ params, body }, viewer) => ({
    version: await changeMembershipFor(deps, viewer, { ...body, id: params.id }),
  }));

  routes.for('organisation.change', endMembership, async ({ params, body }, viewer) => ({
    version: await endMembershipFor(deps, viewer, { ...body, id: params.id }),
  }));

  routes.for('organisation.change', addFormerName, async ({ params, body }, viewer) => ({
    version: await addFormerNameFor(deps, viewer, { ...body, organisationId: params.id }),
  }));

  routes.for('organisation.change', takeBackFormerName, async ({ params, body }, viewer) => ({
    version: await takeBackFormerNameFor(deps, viewer, { ...body, organisationId: params.id }),
  }));
}
