import type { FastifyInstance } from 'fastify';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { LiveStreams } from '#platform/live-streams';
import { sayUnlessAway } from '#platform/refusal-reply';
import type { Routes } from '#platform/route';
import { accountRoutes } from './account-routes.ts';
import { auditRoutes } from './audit-routes.ts';
import { claimRoutes } from './claim-routes.ts';
import { DuplicateLookup } from './duplicate-lookup.ts';
import { dutyRoutes } from './duty-routes.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { holdingRoutes } from './holding-routes.ts';
import { importRoutes } from './import-routes.ts';
import { ImportRunner } from './import-runner.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { mergeRoutes } from './merge-routes.ts';
import type { OfferIntake } from './offer-intake.ts';
import type { SingleSignOn } from './oidc-client.ts';
import { oidcRoutes } from './oidc-routes.ts';
import { organisationEditRoutes } from './organisation-edit-routes.ts';
import { organisationRoutes } from './organisation-routes.ts';
import type { OrganisationDeps } from './organisation-service.ts';
import type { PasswordHasher } from './password-hash.ts';
import { passwordRoutes } from './password-routes.ts';
import { personRoutes } from './person-routes.ts';
import type { PurchaseIntake } from './purchase-intake.ts';
import { registrationRoutes } from './registration-routes.ts';
import { secondFactorRoutes } from './second-factor-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import type { Sessions } from './session-service.ts';
import { sheetListRoutes } from './sheet-list-routes.ts';
import { sheetOfficeRoutes } from './sheet-office-routes.ts';
import { sheetOwnRoutes } from './sheet-own-routes.ts';
import { systemRoutes } from './system-routes.ts';
import { viewingRoutes } from './viewing-routes.ts';

export interface DirectoryOptions {
  readonly sessions: Sessions;
  readonly version: string;
  readonly hasher: PasswordHasher;
  readonly secret: string;
  readonly secureCookies: boolean;
  readonly database: Database;
  readonly live: LiveStreams;
  readonly effects: Effects;
  /** of this installation */
  readonly city: string;
  readonly demo: boolean;
  readonly strangerBytesADay?: number;
  readonly singleSignOn?: SingleSignOn;
  readonly renameSupplier: OrganisationDeps['renameSupplier'];
  /** the offers of matching, for sheets of them */
  readonly offers: OfferIntake;
  /** the purchases of chains, for sheets of them */
  readonly purchases: PurchaseIntake;
}

/** Every address of the slice. */
export function directorySlice(app: FastifyInstance, routes: Routes, options: DirectoryOptions): void {
  const { singleSignOn } = options;
  sessionRoutes(routes, { ...options, singleSignOn: singleSignOn?.name ?? null });
  if (singleSignOn) oidcRoutes(app, { ...options, singleSignOn });
  secondFactorRoutes(routes, options);
  passwordRoutes(routes, options);
  accountRoutes(routes, options);
  viewingRoutes(routes, options);
  organisationRoutes(routes, options);
  auditRoutes(routes, options);
  systemRoutes(routes, { ...options, startedAt: options.effects.now() });
  const lookup = new DuplicateLookup(options);
  app.addHook('onClose', () => lookup.close());
  organisationEditRoutes(routes, { ...options, lookup });
  holdingRoutes(routes, options);
  mergeRoutes(routes, { ...options, lookup });
  sheetListRoutes(routes, options);
  sheetOfficeRoutes(routes, options);
  sheetOwnRoutes(routes, options);
  importRoutes(routes, { ...options, runner: runWhileOpen(app, { ...options, lookup }) });
  evidenceRoutes(routes, options);
  claimRoutes(routes, { ...options, lookup });
  registrationRoutes(routes, options);
  invitationRoutes(routes, options);
  personRoutes(routes, options);
  dutyRoutes(routes, options);
}

/** Sheets are checked while the app is open. */
function runWhileOpen(
  app: FastifyInstance,
  options: DirectoryOptions & { readonly lookup: DuplicateLookup },
): ImportRunner {
  const runner = new ImportRunner({
    ...options,
    onError: (err) =>
      sayUnlessAway(options.database.presence, err, () => app.log.error({ err }, 'an import was not checked')),
  });
  app.addHook('onReady', () => runner.start());
  app.addHook('onClose', () => runner.close());
  return runner;
}
