import { cityDay } from '@zhitong/domain/needs/city-day';
import { EventFollower } from '#platform/event-follower';
import type { EventHub } from '#platform/event-hub';
import type { SealedEvent } from '#platform/event-log';
import type { CaseDeps } from './case-deps.ts';
import { pushPolicies } from './policy-push.ts';

export interface PolicyFollowing extends CaseDeps {
  readonly hub: EventHub;
  readonly city: string;
  readonly onError: (error: unknown) => void;
}

const lookMs = 60_000;

/**
 * Policies find firms: what changes a policy or a fact of a firm stands in the log, which is followed from a cursor that survives a restart.
 * What time alone changes (a policy begins, a certificate or a year of deals runs out) is looked at once a day and at every start.
 */
export class PolicyFollower {
  readonly #options: PolicyFollowing;
  readonly #follower: EventFollower;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #day = '';
  #closed = false;

  constructor(options: PolicyFollowing) {
    this.#options = options;
    const { database, hub, city } = options;
    this.#follower = new EventFollower({
      ...{ database, hub, city, name: 'policies', onError: (error) => this.#failed(error) },
      handle: (event) => pushFor(options, event),
    });
  }

  async start(): Promise<void> {
    await this.#follower.start();
    this.#timer = setInterval(() => this.#look(), lookMs);
    this.#look();
  }

  /** Resolves when everything up to this position has been handled. */
  caughtUp(position: number): Promise<void> {
    return this.#follower.caughtUp(position);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#looking;
    await this.#follower.close();
  }

  #look(): void {
    const { effects, city } = this.#options;
    const day = cityDay(effects.now());
    if (this.#closed || this.#looking !== undefined || day === this.#day) return;
    this.#looking = pushPolicies(this.#options, { city })
      .then(() => {
        this.#day = day;
      })
      .catch((error: unknown) => this.#failed(error))
      .finally(() => {
        this.#looking = undefined;
      });
  }

  /** What is cut off by closing is still to be told at the next start. */
  #failed(error: unknown): void {
    if (!this.#closed) this.#options.onError(error);
  }
}

/** Which firms an event may have found a policy for. */
async function pushFor(options: PolicyFollowing, event: SealedEvent): Promise<void> {
  const { city } = options;
  if (event.type === 'policy.changed') {
    if (event.payload.deed === 'published') await pushPolicies(options, { city, policyId: event.subjectId });
    return;
  }
  for (const firmId of firmsOf(event)) await pushPolicies(options, { city, firmId });
}

function firmsOf({ type, audience, subjectId }: SealedEvent): readonly string[] {
  if (type in ofAudience) return audience;
  return type in ofSubject ? [subjectId] : [];
}

/** Events that change a fact of who reads them, and of what they are about. */
const ofAudience = { 'deal.step-confirmed': true, 'claim.decided': true, 'invitation.used': true };
const ofSubject = {
  'policy.stated': true,
  'organisation.changed': true,
  'organisation.merged': true,
  'organisation.split': true,
  'post.given': true,
};
