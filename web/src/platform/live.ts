import { livePath } from '@zhitong/contract/matching/inbox-contract';
import { type EventType, eventTypes } from '@zhitong/domain/matching/event';
import { noteAway } from './away.ts';
import { now } from './clock.ts';
import { currentPost } from './post.ts';
import { createStore } from './store.ts';

/** Whether the stream of events is open; while it is not, since when the screen may be old. */
export interface LiveState {
  readonly open: boolean;
  readonly since: string | undefined;
  /** events that came in the catch-up after the last break */
  readonly caughtUp: number;
}

export const liveStore = createStore<LiveState>({ open: false, since: undefined, caughtUp: 0 });

const firstWait = 1_000;
const longestWait = 30_000;

/** Follows the event stream; the browser resumes by Last-Event-ID, and a refused stream is opened again with growing pauses. */
export function followLive(listener: (type: EventType) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = firstWait;
  let cursor = '';

  const open = () => {
    close();
    source = new EventSource(liveAddress(cursor));
    source.onopen = () => {
      wait = firstWait;
      liveStore.set({ open: true, since: undefined, caughtUp: liveStore.get().caughtUp });
    };
    source.onerror = () => {
      markLost();
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, longestWait);
    };
    source.addEventListener('ready', (event) => {
      cursor = event.lastEventId || cursor;
    });
    source.addEventListener('database', ({ data }) => noteAway(data === 'away', now()));
    for (const type of eventTypes) {
      source.addEventListener(type, (event) => {
        cursor = event.lastEventId || cursor;
        listener(type);
      });
    }
  };
  const close = () => {
    clearTimeout(timer);
    source?.close();
  };
  // a cut network can leave a stream open that carries nothing any more
  const cut = () => {
    close();
    markLost();
  };

  open();
  addEventListener('online', open);
  addEventListener('offline', cut);
  return () => {
    removeEventListener('online', open);
    removeEventListener('offline', cut);
    close();
    liveStore.set({ open: false, since: undefined, caughtUp: 0 });
  };
}

function markLost(): void {
  const { open, since } = liveStore.get();
  liveStore.set({ open: false, since: open ? now().toISOString() : since, caughtUp: 0 });
}

function liveAddress(cursor: string): string {
  const query = new URLSearchParams();
  const post = currentPost();
  if (cursor) query.set('after', cursor);
  if (post) query.set('post', post);
  const search = query.toString();
  return search ? `${livePath}?${search}` : livePath;
}
