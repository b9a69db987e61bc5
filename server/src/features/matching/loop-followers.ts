import { EventFollower } from '#platform/event-follower';
import type { EventHub } from '#platform/event-hub';
import type { SealedEvent } from '#platform/event-log';
import { deliverAbroad } from './copy-service.ts';
import { followMatching, type MatchingFollowing } from './matching-follower.ts';

export interface LoopOptions extends MatchingFollowing {
  readonly hub: EventHub;
  readonly onError: (error: unknown) => void;
}

/** Matching and delivery follow the log of the city, each from its own cursor, for as long as the server runs. */
export class LoopFollowers {
  readonly #followers: readonly EventFollower[];
  #closing = false;

  constructor(options: LoopOptions) {
    const { database, effects, city } = options;
    // what is cut off by closing is taken up again from the cursor at the next start
    const onError = (error: unknown) => {
      if (!this.#closing) options.onError(error);
    };
    const follower = (name: string, handle: (event: SealedEvent) => Promise<void>) =>
      new EventFollower({ ...options, name, handle, onError });
    this.#followers = [
      follower('matching', (event) => followMatching(options, event)),
      follower('delivery', async (event) => {
        const changed = copiesChangedBy(event);
        if (changed !== undefined) await deliverAbroad(database, { city, ...changed }, effects);
      }),
    ];
  }

  async start(): Promise<void> {
    for (const follower of this.#followers) await follower.start();
  }

  /** Resolves when both have handled everything up to this position. */
  async caughtUp(position: number): Promise<void> {
    await Promise.all(this.#followers.map((follower) => follower.caughtUp(position)));
  }

  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all(this.#followers.map((follower) => follower.close()));
  }
}

const changesAll: ReadonlySet<string> = new Set(['need.published', 'need.withdrawn', 'need.widened', 'need.chosen']);
const changesOne: ReadonlySet<string> = new Set(['response.given', 'response.amended']);

/** Whose copies in other cities may have to change after this event: of the whole need, or of one match. */
function copiesChangedBy({ type, subjectId, payload }: SealedEvent): { needId: string; matchId?: string } | undefined {
  if (changesAll.has(type)) return { needId: subjectId };
  const { matchId, needId } = payload;
  if (changesOne.has(type)) return { needId: subjectId, ...(typeof matchId === 'string' ? { matchId } : {}) };
  return type === 'match.rejected' && typeof needId === 'string' ? { needId, matchId: subjectId } : undefined;
}
