import { randomBytes, randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createApp } from './app.ts';
import { demoCity } from './commands/demo-city.ts';
import { seedStepWords } from './commands/seed-command.ts';
import { seedDemo } from './commands/seed-demo.ts';
import { ensureReference } from './commands/seed-reference.ts';
import { type Config, isLoopback, megabyte } from './config.ts';
import { demoPassword, demoSecondFactor, demoSignIns } from './features/directory/demo-sign-ins.ts';
import { EvidenceJob } from './features/directory/evidence-job.ts';
import { openSingleSignOn } from './features/directory/oidc-client.ts';
import { OrganisationNameJob } from './features/directory/organisation-name-job.ts';
import { readBaseMapFile } from './features/investment/base-map-file.ts';
import { LiveIndex } from './features/matching/live-index.ts';
import { LoopFollowers } from './features/matching/loop-followers.ts';
import { needMatching } from './features/matching/public.ts';
import { backfillCascades } from './features/needs/cascade-backfill.ts';
import { CascadeJob, type CascadeJobOptions, fireCascades } from './features/needs/cascade-job.ts';
import { CaseTimerJob, type CaseTimerOptions, fireDue } from './features/needs/case-timer-job.ts';
import { NoticeJob } from './features/needs/notice-job.ts';
import { RequestDesk } from './features/needs/request-desk.ts';
import { listen, refuseTakenAddress } from './listen.ts';
import { noticeSettings } from './notice-settings.ts';
import { takeApplicationLock } from './platform/application-lock.ts';
import { NightlyAudit } from './platform/audit-nightly.ts';
import { refuseWithoutSm3 } from './platform/audit-sealer.ts';
import type { Closing } from './platform/closing.ts';
import { keptSecret, prepareDataFolder } from './platform/data-folder.ts';
import type { Database } from './platform/database.ts';
import { realEffects, TestClock } from './platform/effects.ts';
import { EventHub } from './platform/event-hub.ts';
import { LiveStreams } from './platform/live-streams.ts';
import { openDatabase } from './platform/open-database.ts';
import { presenceSentence } from './platform/presence-sentence.ts';
import { sayUnlessAway } from './platform/refusal-reply.ts';

export interface RunOptions {
  readonly config: Config;
  /** folder of the clone */
  readonly root: string;
  readonly version: string;
  readonly say: (line: string) => void;
  /** everything started here is put on it, and ended by it in reverse order */
  readonly closing: Closing;
}

/** From nothing to serving. Each thing that is started is put on `closing` at once, so that a failure later leaves nothing behind. */
export async function runServer({ config, root, version, say, closing }: RunOptions): Promise<void> {
  refuseWithoutSm3();
  await refuseTakenAddress(config);
  const singleSignOn = config.singleSignOn && (await openSingleSignOn(config.singleSignOn));
  const folder = prepareDataFolder(config.dataDir, root);
  const database = await startDatabase({ config, folder, say, closing });
  database.presence.onChange((away) => {
    if (!closing.isUnderWay) sayPresence(away, folder);
  });
  const unlessAway = (sayFault: (error: unknown) => void) => (error: unknown) =>
    sayUnlessAway(database.presence, error, () => sayFault(error));
  await fill(database, config, say);
  const hub = new EventHub(database);
  closing.add('hub', () => hub.close());
  const { city } = config;
  const testClock = config.testClock ? new TestClock(realEffects) : undefined;
  const effects = testClock?.effects ?? realEffects;
  const due = { database, effects, city, onError: unlessAway(sayTimerError) };
  const loop = { database, hub, city, effects, onError: unlessAway(sayFollowerError) };
  const index = new LiveIndex(loop);
  closing.add('index', () => index.close());
  await index.start();
  const rings = { ...due, matching: needMatching({ index, effects }), onError: unlessAway(sayCascadeError) };
  await backfillCascades(rings);
  const followers = new LoopFollowers({ ...loop, index });
  closing.add('followers', () => followers.close());
  const live = new LiveStreams(database, hub);
  const desk = new RequestDesk({ database, effects, demo: config.demo });
  // the first request does not wait for the examples to be read
  await desk.propose(city, '');
  const secret = config.secret ?? keptSecret(folder, 'secret', () => randomBytes(32).toString('hex'));
  const notices = noticeSettings(config);
  const app = await createApp({
    desk,
    notices,
    secret,
    database,
    hub,
    live,
    index,
    effects,
    ...(testClock && { testClock: { clock: testClock, real: realEffects, fire: () => fireAll({ due, rings }) } }),
    version,
    city,
    demo: config.demo,
    secureCookies: !isLoopback(config.host),
    limits: config.limits,
    passwordDays: config.passwordDays,
    trustedProxies: config.trustedProxies,
    strangerBytesADay: config.strangerMegabytes * megabyte,
    ...broughtAlong(config, singleSignOn),
    logLevel: 'warn',
  });
  closing.add('app', async () => {
    // the streams first: the server would wait for them
    live.close();
    await app.close();
  });
  startJobs({ database, city, unlessAway, closing, due, rings });
  const news = newsJob({ database, effects, hub, city, secret, notices }, { closing, unlessAway });
  await hub.start();
  startNightly({ database, city, unlessAway, closing });
  await followers.start();
  await news.start();
  await listen(app, config);
  sayWelcome(config, say);
}

/** What the operator brings along, if anything: an identity provider, an approved base map. */
function broughtAlong({ baseMap }: Config, singleSignOn: Awaited<ReturnType<typeof openSingleSignOn>> | undefined) {
  return { ...(singleSignOn && { singleSignOn }), ...(baseMap && { baseMap: readBaseMapFile(baseMap) }) };
}

function newsJob(
  options: Omit<ConstructorParameters<typeof NoticeJob>[0], 'random' | 'onError'>,
  { closing, unlessAway }: Pick<Jobs, 'closing' | 'unlessAway'>,
): NoticeJob {
  const random = () => randomInt(1_000_000) / 1_000_000;
  const news = new NoticeJob({ ...options, random, onError: unlessAway(sayNoticeError) });
  closing.add('news', () => news.close());
  return news;
}

/** Whatever is due now, for checks that set the clock. */
async function fireAll({ due, rings }: Pick<Jobs, 'due' | 'rings'>): Promise<number> {
  return (await fireDue(due)) + (await fireCascades(rings));
}

function startNightly({ database, city, unlessAway, closing }: Omit<Jobs, 'due' | 'rings'>): void {
  const nightly = new NightlyAudit({ database, city, effects: realEffects, onError: unlessAway(sayCheckError) });
  closing.add('nightly', () => nightly.close());
  nightly.start();
}

interface Jobs {
  readonly database: Database;
  readonly city: string;
  readonly unlessAway: (sayFault: (error: unknown) => void) => (error: unknown) => void;
  readonly closing: Closing;
  readonly due: CaseTimerOptions;
  readonly rings: CascadeJobOptions;
}

function startJobs({ database, city, unlessAway, closing, due, rings }: Jobs): void {
  const timers = new CaseTimerJob(due);
  closing.add('timers', () => timers.close());
  timers.start();
  const cascade = new CascadeJob(rings);
  closing.add('cascade', () => cascade.close());
  cascade.start();
  const evidence = new EvidenceJob({ database, city, effects: realEffects, onError: unlessAway(sayEvidenceError) });
  closing.add('evidence', () => evidence.close());
  evidence.start();
  const names = new OrganisationNameJob({ database, city, onError: unlessAway(sayFollowerError) });
  closing.add('names', () => names.close());
  names.start();
}

async function startDatabase(options: Omit<RunOptions, 'root' | 'version'> & { folder: string }): Promise<Database> {
  const { config, folder, say, closing } = options;
  closing.add('lock', takeApplicationLock(folder));
  say(
    config.databaseUrl
      ? 'Database: reaching the one of DATABASE_URL …'
      : `Database: starting PostgreSQL in ${folder} …`,
  );
  const opening = openDatabase(config, folder);
  closing.add('database', async () => {
    // a signal may come while it is still opening
    const opened = await opening.catch(() => undefined);
    // PostgreSQL first: it rolls back what is under way, which the connections would wait for
    await opened?.cluster?.stop();
    await opened?.database.close();
  });
  const { database, applied } = await opening;
  if (applied.length > 0) say(`Database: ${applied.length} migrations applied`);
  return database;
}

/** Regions and products at the first start; with them, in demo mode, the whole demo city. */
async function fill(database: Database, { city, demo }: Config, say: (line: string) => void): Promise<void> {
  await ensureReference(database, city);
  if (!demo || city !== demoCity) return;
  await seedDemo(database, {
    effects: realEffects,
    onStep: (step, done, total) => say(`Demo city: ${seedStepWords[step].en} (${done + 1}/${total}) …`),
  });
}

function sayWelcome({ host, port, demo, city }: Config, say: (line: string) => void): void {
  say(`Zhitong is ready: http://${isLoopback(host) ? 'localhost' : host}:${port}`);
  if (!demo || city !== demoCity) return;
  say(`Demo sign-ins (password ${demoPassword}):`);
  for (const { username, zh, en } of demoSignIns) say(`  ${username.padEnd(16)}${zh} · ${en}`);
  say(`Demo second factor (one secret for all that need one; the sign-in page fills the code in): ${demoSecondFactor}`);
}

function sayPresence(away: boolean, folder: string): void {
  process.stderr.write(`${presenceSentence(away, existsSync(folder))}\n`);
}

function sayCheckError(error: unknown): void {
  process.stderr.write(`Checking the audit trail failed, trying again: ${String(error)}\n`);
}

function sayTimerError(error: unknown): void {
  process.stderr.write(`Looking for cases that fell due failed, trying again: ${String(error)}\n`);
}

function sayNoticeError(error: unknown): void {
  process.stderr.write(`Sending news to robots, mailboxes and webhooks failed, trying again: ${String(error)}\n`);
}

function sayCascadeError(error: unknown): void {
  process.stderr.write(`Asking the next ring of a need failed, trying again: ${String(error)}\n`);
}

function sayEvidenceError(error: unknown): void {
  process.stderr.write(`Deleting evidence that was not submitted failed, trying again: ${String(error)}\n`);
}

/** A follower stops at what it cannot handle and tries again on the next wake; the operator reads why. */
function sayFollowerError(error: unknown): void {
  process.stderr.write(`Following the event log failed, trying again: ${String(error)}\n`);
}
