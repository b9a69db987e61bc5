import type { EventFollower } from '#platform/event-follower';
import { followNotices, type NoticeFollowing } from './notice-collecting.ts';
import { type NoticeSending, sendDueNotices } from './notice-sending.ts';

const everyMs = 1_000;

/** Takes the news of the city in as it comes, and looks every second for what is to be sent. */
export class NoticeJob {
  readonly #options: NoticeFollowing & NoticeSending;
  readonly #follower: EventFollower;
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<unknown> | undefined;
  #closed = false;

  constructor(options: NoticeFollowing & NoticeSending) {
    this.#options = options;
    this.#follower = followNotices({ ...options, onError: (error) => this.#say(error) });
  }

  async start(): Promise<void> {
    await this.#follower.start();
    this.#timer = setInterval(() => {
      this.#sending ??= this.#send();
    }, everyMs);
  }

  /** What is on its way is waited for: a call ends within seconds. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await Promise.all([this.#follower.close(), this.#sending]);
  }

  async #send(): Promise<void> {
    try {
      await sendDueNotices(this.#options, () => this.#closed);
    } catch (error) {
      this.#say(error);
    } finally {
      this.#sending = undefined;
    }
  }

  #say(error: unknown): void {
    // what is cut off by closing is still due at the next start
    if (!this.#closed) this.#options.onError(error);
  }
}
