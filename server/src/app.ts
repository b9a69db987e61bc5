import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import { getHealth } from '@zhitong/contract/directory/session-contract';
import { chainRefusals } from '@zhitong/domain/chains/chain-refusals';
import { gapTaskRefusals } from '@zhitong/domain/chains/gap-task-refusals';
import { purchaseRefusals } from '@zhitong/domain/chains/purchase-refusals';
import { accountRefusals } from '@zhitong/domain/directory/account-refusals';
import { claimRefusals } from '@zhitong/domain/directory/claim-refusals';
import { dutyRefusals } from '@zhitong/domain/directory/duty-refusals';
import { evidenceRefusals } from '@zhitong/domain/directory/evidence-refusals';
import { importRefusals } from '@zhitong/domain/directory/import-refusals';
import { invitationRefusals } from '@zhitong/domain/directory/invitation-refusals';
import { mergeRefusals } from '@zhitong/domain/directory/merge-refusals';
import { organisationRefusals } from '@zhitong/domain/directory/organisation-refusals';
import { passwordRefusals } from '@zhitong/domain/directory/password-refusals';
import { postRefusals } from '@zhitong/domain/directory/post-refusals';
import { registrationRefusals } from '@zhitong/domain/directory/registration-refusals';
import { sessionRefusals } from '@zhitong/domain/directory/session-refusals';
import type { SessionLimits } from '@zhitong/domain/directory/session-time';
import { sheetRefusals } from '@zhitong/domain/directory/sheet-refusals';
import { heatRefusals } from '@zhitong/domain/investment/heat-refusals';
import { premisesRefusals } from '@zhitong/domain/investment/premises-refusals';
import { targetRefusals } from '@zhitong/domain/investment/target-refusals';
import { dealRefusals } from '@zhitong/domain/matching/deal-refusals';
import { matchingRefusals } from '@zhitong/domain/matching/matching-refusals';
import { recogniseProduct } from '@zhitong/domain/matching/offer-product';
import { offerRefusals } from '@zhitong/domain/matching/offer-refusals';
import { paymentRefusals } from '@zhitong/domain/matching/payment-refusals';
import { articleRefusals } from '@zhitong/domain/needs/article-refusals';
import { cascadeRefusals } from '@zhitong/domain/needs/cascade-refusals';
import { caseRefusals } from '@zhitong/domain/needs/case-refusals';
import { caseTemplateRefusals } from '@zhitong/domain/needs/case-template-refusals';
import { caseTermsRefusals } from '@zhitong/domain/needs/case-terms-change';
import { fundingRefusals } from '@zhitong/domain/needs/funding-refusals';
import { needTextRefusals } from '@zhitong/domain/needs/need-refusals';
import { noticeChannelRefusals } from '@zhitong/domain/needs/notice-channel-refusals';
import { orderRefusals } from '@zhitong/domain/needs/order-refusals';
import { policyRefusals } from '@zhitong/domain/needs/policy-refusals';
import { publishRefusals } from '@zhitong/domain/needs/publish-refusals';
import { ratingRefusals } from '@zhitong/domain/needs/rating-refusals';
import { technologyRefusals } from '@zhitong/domain/needs/technology-refusals';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { chainSlice } from '#features/chains/chain-slice';
import { purchaseIntake } from '#features/chains/purchase-intake';
import { directorySlice } from '#features/directory/directory-slice';
import type { SingleSignOn } from '#features/directory/oidc-client';
import { type PasswordHasher, scryptHasher } from '#features/directory/password-hash';
import { Sessions } from '#features/directory/session-service';
import { type CloseViewing, readViewerFrom } from '#features/directory/session-viewer';
import { guardViewing } from '#features/directory/viewing-guard';
import { endViewing } from '#features/directory/viewing-service';
import type { ApprovedBaseMap } from '#features/investment/heat-deps';
import { investmentSlice } from '#features/investment/investment-slice';
import { followDeals } from '#features/matching/deal-jobs';
import { dealRoutes } from '#features/matching/deal-routes';
import { homeRoutes } from '#features/matching/home-routes';
import type { LiveIndex } from '#features/matching/live-index';
import { liveRoutes } from '#features/matching/live-routes';
import { matchRoutes } from '#features/matching/match-routes';
import { matchingListRoutes } from '#features/matching/matching-list-routes';
import { offerIntake } from '#features/matching/offer-intake';
import { offerListRoutes } from '#features/matching/offer-list-routes';
import { offerRoutes } from '#features/matching/offer-routes';
import { opportunityRoutes } from '#features/matching/opportunity-routes';
import { paymentRoutes } from '#features/matching/payment-routes';
import { productRoutes } from '#features/matching/product-routes';
import { needMatching } from '#features/matching/public';
import { supplierRename } from '#features/matching/supplier-rename';
import { articleRoutes } from '#features/needs/article-routes';
import { cascadeRoutes } from '#features/needs/cascade-routes';
import { caseRoutes } from '#features/needs/case-routes';
import { caseTemplateRoutes } from '#features/needs/case-template-routes';
import { caseTermsRoutes } from '#features/needs/case-terms-routes';
import { draftRoutes } from '#features/needs/draft-routes';
import { fundingRoutes } from '#features/needs/funding-routes';
import { KnownAnswerDesk } from '#features/needs/known-answer-desk';
import { needListRoutes } from '#features/needs/need-list-routes';
import { needRoutes } from '#features/needs/need-routes';
import type { NoticeSettings } from '#features/needs/notice-channel-deps';
import { noticeChannelRoutes } from '#features/needs/notice-channel-routes';
import { orderRoutes } from '#features/needs/order-routes';
import { PolicyFollower } from '#features/needs/policy-follower';
import { policyRoutes } from '#features/needs/policy-routes';
import { ratingRoutes } from '#features/needs/rating-routes';
import { RequestDesk } from '#features/needs/request-desk';
import { requestFileRoutes } from '#features/needs/request-file-routes';
import { supervisionRoutes } from '#features/needs/supervision-routes';
import { technologyRoutes } from '#features/needs/technology-routes';
import { type TestClockControl, testClockRoutes } from '#features/needs/test-clock-routes';
import { documentApi } from '#platform/api-document';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { EventFollower } from '#platform/event-follower';
import type { EventHub } from '#platform/event-hub';
import type { LiveStreams } from '#platform/live-streams';
import { limitAccounts, limitAddresses, type RequestRates, usualRates } from '#platform/rate-limit';
import { installRefusals, sayUnlessAway } from '#platform/refusal-reply';
import { guardRequests, slowRequests } from '#platform/request-guard';
import { routesFor } from '#platform/route';
import { takeUploads } from '#platform/upload';
import { serveWebApp } from '#platform/web-app';

export interface AppOptions {
  readonly database: Database;
  readonly hub: EventHub;
  readonly live: LiveStreams;
  /** started: it answers from memory */
  readonly index: LiveIndex;
  readonly effects: Effects;
  readonly version: string;
  /** of this installation */
  readonly city: string;
  readonly demo: boolean;
  readonly secret: string;
  /** session cookies over HTTPS only */
  readonly secureCookies: boolean;
  readonly logLevel: 'silent' | 'warn' | 'info';
  /** where log lines go; standard output unless told */
  readonly logTo?: { write(line: string): void };
  /** idle and absolute end of a session */
  readonly limits?: SessionLimits;
  /** after so many days a password must be changed; 0: never */
  readonly passwordDays?: number;
  /** bytes of evidence that people without a post may hand in within a day */
  readonly strangerBytesADay?: number;
  readonly hasher?: PasswordHasher;
  /** requests a minute of one address and of one person */
  readonly rates?: RequestRates;
  /** addresses and networks of reverse proxies besides this machine */
  readonly trustedProxies?: readonly string[];
  /** a demo installation whose clock can be set; sessions go by the real time */
  readonly testClock?: TestClockControl & { readonly real: Effects };
  /** one that has read its examples already */
  readonly desk?: RequestDesk;
  /** how news leaves this installation; absent: to robots and webhooks outside, in a demo also to this machine */
  readonly notices?: NoticeSettings;
  /** the operator's approved base map, read; absent: the map stays inside the house */
  readonly baseMap?: ApprovedBaseMap;
  /** the operator's identity provider, reached */
  readonly singleSignOn?: SingleSignOn;
}

/** The HTTP application: what every request passes through, then the slices. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: loggerOf(options),
    bodyLimit: 2 * 1024 * 1024,
    // a reverse proxy says who calls and whether over HTTPS: one on this machine, or one the operator named; nobody else is believed
    trustProxy: ['loopback', ...(options.trustedProxies ?? [])],
    genReqId: () => options.effects.newId().slice(-8).toUpperCase(),
    forceCloseConnections: 'idle',
    ...slowRequests,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  installRefusals(
    app,
    [
      sessionRefusals,
      passwordRefusals,
      accountRefusals,
      evidenceRefusals,
      organisationRefusals,
      mergeRefusals,
      postRefusals,
      dutyRefusals,
      claimRefusals,
      registrationRefusals,
      invitationRefusals,
      needTextRefusals,
      publishRefusals,
      cascadeRefusals,
      caseRefusals,
      policyRefusals,
      articleRefusals,
      caseTemplateRefusals,
      caseTermsRefusals,
      fundingRefusals,
      technologyRefusals,
      paymentRefusals,
      ratingRefusals,
      noticeChannelRefusals,
      orderRefusals,
      matchingRefusals,
      dealRefusals,
      offerRefusals,
      importRefusals,
      sheetRefusals,
      chainRefusals,
      gapTaskRefusals,
      purchaseRefusals,
      targetRefusals,
      premisesRefusals,
      heatRefusals,
    ],
    options.database.presence,
  );
  guardRequests(app);
  limitAddresses(app, { rates: options.rates ?? usualRates, now: options.effects.now });
  await app.register(cookie);
  await takeUploads(app);
  await app.register(compress, { global: true, encodings: ['br', 'gzip'], threshold: 1024 });
  await documentApi(app, options.version);
  await registerSlices(app, options);
  await serveWebApp(app, options);
  return app;
}

/** Addresses are logged without what stands behind `?`: single sign-on brings a code there, and filters bring names. */
function loggerOf({ logLevel, logTo }: AppOptions) {
  const req = ({ method, url = '', ip, id }: FastifyRequest) => ({ method, url: url.replace(/\?.*/s, ''), ip, id });
  return { level: logLevel, serializers: { req }, ...(logTo && { stream: logTo }) };
}

async function registerSlices(app: FastifyInstance, options: AppOptions): Promise<void> {
  const sessions = new Sessions({ ...options, effects: options.testClock?.real ?? options.effects });
  guardViewing(app, sessions);
  const closeViewing: CloseViewing = (who, from) =>
    endViewing({ ...options, sessions }, who, { how: 'time-over', from });
  const readViewer = limitAccounts(readViewerFrom(sessions, closeViewing), {
    rates: options.rates ?? usualRates,
    now: options.effects.now,
  });
  const routes = routesFor(app, readViewer);
  directorySlice(app, routes, {
    hasher: scryptHasher,
    ...options,
    renameSupplier: supplierRename(options.effects),
    offers: offerIntake(options),
    purchases: purchaseIntake({
      effects: options.effects,
      recognise: (text) => recogniseProduct(options.index.index.lexicon, text),
      productName: (id) => options.index.index.lexicon.get(id)?.name ?? id,
      regions: () => options.index.regions.values(),
    }),
    sessions,
  });
  const needs = {
    ...options,
    matching: needMatching(options),
    desk: options.desk ?? new RequestDesk(options),
    answers: new KnownAnswerDesk(options),
  };
  needRoutes(routes, needs);
  needListRoutes(routes, needs);
  caseRoutes(routes, options);
  cascadeRoutes(routes, needs);
  policyRoutes(routes, options);
  const notices = options.notices ?? { hosts: [], loopback: options.demo, mail: false };
  noticeChannelRoutes(routes, { ...options, notices });
  articleRoutes(routes, options);
  caseTemplateRoutes(routes, options);
  caseTermsRoutes(routes, options);
  if (options.testClock) testClockRoutes(routes, { ...options, ...options.testClock });
  fundingRoutes(routes, options);
  technologyRoutes(routes, options);
  supervisionRoutes(routes, options);
  requestFileRoutes(routes, options);
  draftRoutes(routes, options);
  ratingRoutes(routes, options);
  orderRoutes(routes, options);
  matchRoutes(routes, options);
  opportunityRoutes(routes, options);
  liveRoutes(app, { live: options.live, readViewer, effects: options.effects });
  dealRoutes(routes, options);
  paymentRoutes(routes, options);
  homeRoutes(routes, options);
  offerRoutes(routes, { ...options, recogniseProduct: (text) => recogniseProduct(options.index.index.lexicon, text) });
  followWhileOpen(app, followDeals({ ...options, onError: sayFault(app, options, 'deals not carried') }));
  followWhileOpen(app, new PolicyFollower({ ...options, onError: sayFault(app, options, 'policies not told') }));
  const chains = chainSlice(routes, { ...options, onError: sayFault(app, options, 'chains not diagnosed') });
  followWhileOpen(app, chains);
  investmentSlice(routes, { ...options, chains: chains.questions, baseMap: options.baseMap });
  offerListRoutes(routes, options);
  matchingListRoutes(routes, options);
  productRoutes(routes, options);
  routes.public(getHealth, async () => {
    await sql`select 1`.execute(options.database.db);
    return { status: 'ok' as const, version: options.version, database: options.database.kind };
  });
}

function sayFault(app: FastifyInstance, { database }: AppOptions, what: string): (error: unknown) => void {
  return (err) => sayUnlessAway(database.presence, err, () => app.log.error({ err }, what));
}

function followWhileOpen(app: FastifyInstance, follower: Pick<EventFollower, 'start' | 'close'>): void {
  app.addHook('onReady', () => follower.start());
  app.addHook('onClose', () => follower.close());
}
