import type { LookAlike } from '@zhitong/domain/directory/import-organisations';
import { keptDays } from '@zhitong/domain/directory/import-state';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { withBulkConnection } from '#platform/bulk-connection';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import { passingRefusal } from '#platform/refusal-reply';
import { getStoredContent } from '#platform/stored-file';
import type { DuplicateLookup } from './duplicate-lookup.ts';
import { findRowLookAlikes } from './import-look-alike-search.ts';
import { answersOf, placeRows } from './import-placing.ts';
import { type ImportReading, readImport } from './import-reading.ts';
import { writeImportRows } from './import-row-writing.ts';
import {
  changeImport,
  dropOldFiles,
  findImport,
  type ImportJob,
  type ImportKey,
  listForsaken,
  listImportRegions,
  listImportRows,
  lockImport,
} from './import-store.ts';
import type { OfferIntake } from './offer-intake.ts';
import type { PurchaseIntake } from './purchase-intake.ts';

export interface ImportRunnerOptions {
  readonly database: Database;
  readonly effects: Effects;
  readonly city: string;
  readonly offers: OfferIntake;
  readonly purchases: PurchaseIntake;
  /** what a new organisation may look like */
  readonly lookup: DuplicateLookup;
  readonly onError: (error: unknown) => void;
}

const lookEvery = 5_000;
/** A running check says so at least this often. */
const forsakenAfter = 60_000;
const kept = keptDays * 86_400_000;
const progressEvery = 300;

type ComparedReading = ImportReading & { readonly lookAlikes: ReadonlyMap<number, LookAlike> };

/** Checks the files that came in, one after the other, each in a thread of its own. A job left over by a stopped process is taken up again. */
export class ImportRunner {
  readonly #options: ImportRunnerOptions;
  readonly #running = new Map<string, AbortController>();
  /** what keeps a check from going on, until it goes by; in memory, because a full disk takes no note of itself */
  readonly #troubles = new Map<string, { readonly key: ImportKey; readonly refusal: Refusal }>();
  #turn: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: ImportRunnerOptions) {
    this.#options = options;
  }

  /** What a process before this one left unfinished begins again at once; where another node is at it, the second answer is dropped. */
  async start(): Promise<void> {
    await this.#takeUp(this.#options.effects.now());
    this.#timer = setInterval(() => void this.takeUpForsaken().catch(this.#options.onError), lookEvery);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    for (const controller of this.#running.values()) controller.abort(new Error('closing'));
    await this.#turn;
  }

  begin(key: ImportKey): void {
    if (this.#closed || this.#running.has(key.id)) return;
    const controller = new AbortController();
    this.#running.set(key.id, controller);
    this.#turn = this.#turn.then(() => this.#check(key, controller));
  }

  /** Ends a check that is under way. */
  stop(id: string): void {
    this.#running.get(id)?.abort(new Error('discarded'));
  }

  /** Why a check has stopped for the moment. It is tried again by itself. */
  troubleOf(id: string): Refusal | undefined {
    return this.#troubles.get(id)?.refusal;
  }

  /** Resolves when nothing is being checked. */
  idle(): Promise<void> {
    return this.#turn;
  }

  async takeUpForsaken(): Promise<void> {
    for (const { key } of this.#troubles.values()) this.begin(key);
    await this.#takeUp(new Date(this.#options.effects.now().getTime() - forsakenAfter));
  }

  async #takeUp(untouchedSince: Date): Promise<void> {
    const { database, effects, city } = this.#options;
    const old = new Date(effects.now().getTime() - kept);
    const left = await inContext(database, { city, viewer: 'system' }, async (tx) => {
      await dropOldFiles(tx, city, old);
      return listForsaken(tx, city, untouchedSince);
    });
    for (const key of left) this.begin(key);
  }

  async #check(key: ImportKey, controller: AbortController): Promise<void> {
    try {
      if (!controller.signal.aborted) await this.#read(key, controller.signal);
      this.#troubles.delete(key.id);
    } catch (error) {
      if (!controller.signal.aborted) await this.#refuse(key, error).catch(this.#options.onError);
    } finally {
      this.#running.delete(key.id);
    }
  }

  async #read(key: ImportKey, signal: AbortSignal): Promise<void> {
    const { database, effects } = this.#options;
    const begun = await inContext(database, { city: key.city, viewer: 'system' }, async (tx) => {
      const found = await findImport(tx, key);
      if (found?.state !== 'checking') return undefined;
      const content = await getStoredContent(tx, found.fileId);
      return { job: found, content, regions: await listImportRegions(tx) };
    });
    if (!begun) return;
    const { job, ...given } = begun;
    const today = cityDay(effects.now());
    const reading = await readImport(
      { ...given, kind: job.kind, name: job.fileName, city: key.city, today, fixes: job.fixes },
      { signal, onProgress: this.#progress(key) },
    );
    const compared =
      job.kind === 'organisations' ? await findRowLookAlikes(this.#options, key.city, reading.rows) : new Map();
    signal.throwIfAborted();
    await this.#write(job, { ...reading, lookAlikes: compared });
  }

  async #write(job: ImportJob, reading: ComparedReading): Promise<void> {
    const { effects } = this.#options;
    await withBulkConnection(this.#options.database, (connection) =>
      inContext(connection.database, { city: job.city, viewer: 'system' }, async (tx) => {
        const now = await lockImport(tx, job);
        if (now?.state !== 'checking') return;
        const answers = answersOf(await listImportRows(tx, job));
        const { lookAlikes } = reading;
        const heading = { ignored: reading.ignored, places: reading.places, headingLine: reading.headingLine };
        const { role, personId, organisationId } = job;
        const by = {
          importer: { role, personId, organisationId },
          today: cityDay(effects.now()),
          offers: this.#options.offers,
          purchases: this.#options.purchases,
        };
        const placing = { city: job.city, newId: effects.newId, lookAlikes, answers, ...by };
        const rows = await placeRows[job.kind](tx, reading.rows, placing);
        await writeImportRows(tx, connection, { key: job, written: { rows, lookAlikes, answers } });
        await changeImport(tx, job, { ...heading, state: 'checked', touchedAt: effects.now() });
      }),
    );
  }

  /** A file that is wrong is refused. Where the house is at fault and that goes by, the job waits and is taken up again. */
  async #refuse(key: ImportKey, error: unknown): Promise<void> {
    const { database, onError } = this.#options;
    if (!(error instanceof Refusal)) onError(error);
    const passing = passingRefusal(error);
    if (passing) {
      this.#troubles.set(key.id, { key, refusal: passing });
      return;
    }
    this.#troubles.delete(key.id);
    const { code, details } = error instanceof Refusal ? error : new Refusal('platform.failure');
    await inContext(database, { city: key.city, viewer: 'system' }, async (tx) => {
      const job = await lockImport(tx, key);
      if (job?.state === 'checking') await changeImport(tx, key, { state: 'refused', refusal: { code, details } });
    });
  }

  /** Tells how far it is, a few times a second at most; a lost word is not missed. */
  #progress(key: ImportKey): (done: number, total: number) => void {
    const { database, effects } = this.#options;
    let told = 0;
    return (done, rows) => {
      const now = effects.now().getTime();
      if (now - told < progressEvery) return;
      told = now;
      void inContext(database, { city: key.city, viewer: 'system' }, (tx) =>
        changeImport(tx, key, { done, rows, touchedAt: effects.now() }),
      ).catch(this.#options.onError);
    };
  }
}
