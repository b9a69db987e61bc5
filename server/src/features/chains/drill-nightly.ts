import { versionOn } from '@zhitong/domain/chains/chain-version';
import { drillChain } from '@zhitong/domain/chains/drill';
import type { DrillRules } from '@zhitong/domain/chains/drill-rules';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { lastNight } from '#platform/audit-nightly';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import type { ChainDesk, ChainDeskOptions } from './chain-desk.ts';
import { listStoredChains, type StoredChain } from './chain-reading.ts';
import { getDrillRules, keepDrill, listDrilled } from './drill-store.ts';

const lookMs = 60_000;

/** Drills every chain each night, and at a start when that night was slept through. What it finds is kept with its time. */
export class NightlyDrill {
  readonly #options: ChainDeskOptions;
  readonly #desk: Pick<ChainDesk, 'facts'>;
  #timer: NodeJS.Timeout | undefined;
  #drilling: Promise<void> | undefined;
  /** the night that is done, as an instant */
  #done = 0;

  constructor(options: ChainDeskOptions, desk: Pick<ChainDesk, 'facts'>) {
    this.#options = options;
    this.#desk = desk;
  }

  start(): void {
    this.#look();
    this.#timer = setInterval(() => this.#look(), lookMs);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#drilling;
  }

  #look(): void {
    this.#drilling ??= this.drillDue()
      .catch(this.#options.onError)
      .finally(() => {
        this.#drilling = undefined;
      });
  }

  /** Done twice it changes nothing: a chain that was drilled since this night is left alone. */
  async drillDue(): Promise<void> {
    const { effects, city } = this.#options;
    const today = cityDay(effects.now());
    const since = lastNight(effects.now());
    if (since.getTime() === this.#done) return;
    const due = await this.#asSystem(async (tx) => {
      const drilled = await listDrilled(tx, { city, since });
      const chains = (await listStoredChains(tx, city)).filter(({ id }) => !drilled.has(id));
      return chains.length === 0 ? undefined : { chains, rules: await getDrillRules(tx, { city, day: today }) };
    });
    if (due) await this.#drillAll(due, today);
    this.#done = since.getTime();
  }

  async #drillAll(
    { chains, rules }: { chains: readonly StoredChain[]; rules: DrillRules },
    today: string,
  ): Promise<void> {
    const { effects, city } = this.#options;
    const { book } = await this.#desk.facts();
    for (const { id: chainId, versions } of chains) {
      const version = versionOn(versions, today);
      if (!version) continue;
      const at = effects.now();
      const { firms, regions, outcomes } = drillChain(version.content, { book, today, rules });
      const red = outcomes.filter(({ verdict }) => verdict === 'red').length;
      await this.#asSystem((tx) => keepDrill(tx, city, { chainId, at, firms, regions, red }));
    }
  }

  #asSystem<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    const { database, city } = this.#options;
    return inContext(database, { city, viewer: 'system' }, run);
  }
}
