import type { DutyList } from '@zhitong/domain/directory/duty';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { newRequestRouter, type RequestRouter, type RouteProposal } from '@zhitong/domain/needs/request-router';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import { readDemoExamples, readOutsideTopics, readSynonyms } from './request-data.ts';
import { type DeskFacts, listCorrections, readDeskFacts } from './request-matters.ts';

export interface RequestDeskOptions {
  readonly database: Database;
  readonly effects: Effects;
  readonly demo: boolean;
}

export interface DeskProposal extends RouteProposal {
  readonly numberOf: (matterId: string) => string;
}

interface Standing {
  /** of the duty table on a day: another one needs another router */
  readonly key: string;
  readonly router: RequestRouter;
  readonly numbers: ReadonlyMap<string, string>;
  /** corrections learnt so far */
  learnt: number;
}

/**
 * Proposes who a request is for, from memory. The router of a city is built from its duty table of the day and what its clerks have
 * corrected; it is built anew when the table changes, and learns a correction before the next proposal.
 */
export class RequestDesk {
  readonly #options: RequestDeskOptions;
  readonly #standing = new Map<string, Standing>();

  constructor(options: RequestDeskOptions) {
    this.#options = options;
  }

  /** At most three candidates, likeliest first. `chosen`: the list the person put it on by hand. */
  async propose(city: string, text: string, chosen?: DutyList): Promise<DeskProposal> {
    const { router, numbers } = await this.#routerOf(city);
    return { ...router.route(text, 3, chosen), numberOf: (id) => numbers.get(id) ?? '' };
  }

  async #routerOf(city: string): Promise<Standing> {
    const { database, effects } = this.#options;
    const day = cityDay(effects.now());
    const { facts, corrections } = await inContext(database, { city, viewer: 'system' }, async (tx) => {
      const known = this.#standing.get(city);
      const found = await readDeskFacts(tx, { city, day, known: known?.key });
      const learnt = found.matters === undefined ? (known?.learnt ?? 0) : 0;
      const more = found.corrections > learnt ? await listCorrections(tx, { city, after: learnt }) : [];
      return { facts: found, corrections: { after: learnt, more } };
    });
    const standing = this.#standingFor(city, facts);
    // another request may have learnt them meanwhile
    for (const one of corrections.more.slice(standing.learnt - corrections.after)) {
      standing.router.learn(one);
      standing.learnt += 1;
    }
    return standing;
  }

  #standingFor(city: string, facts: DeskFacts): Standing {
    const known = this.#standing.get(city);
    return known && (facts.matters === undefined || facts.key === known.key) ? known : this.#build(city, facts);
  }

  #build(city: string, { key, matters = [] }: DeskFacts): Standing {
    const numbers = new Map(matters.map(({ id, number }) => [id, number]));
    const byNumber = new Map(matters.map(({ id, number }) => [number, id]));
    const examples = this.#options.demo
      ? readDemoExamples().flatMap(({ text, number }) => {
          const matterId = byNumber.get(number);
          return matterId === undefined ? [] : [{ text, matterId }];
        })
      : [];
    // written for the demo duty table, as the examples are
    const outside = this.#options.demo ? readOutsideTopics() : [];
    const router = newRequestRouter({ matters, examples, outside, synonyms: readSynonyms() });
    const standing: Standing = { key, router, numbers, learnt: 0 };
    this.#standing.set(city, standing);
    return standing;
  }
}
