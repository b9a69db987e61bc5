import { awayStore } from '#platform/away';
import { formatTime } from '#platform/format-date';
import { liveStore } from '#platform/live';
import { useStore } from '#platform/store';
import { useText } from '#platform/text';
import { appText } from './app-text.ts';

/** Whether what is on the screen is of this moment. Said politely once, by shape and word. */
export function LiveMark() {
  const say = useText(appText);
  const { open: stands, since, caughtUp } = useStore(liveStore);
  const { since: away } = useStore(awayStore);
  const open = stands && away === undefined;
  return (
    <span className={open ? 'zt-live' : 'zt-live zt-live-lost'} role="status">
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <circle cx="5" cy="5" r="3.8" />
      </svg>
      <span className="zt-live-words">{words()}</span>
    </span>
  );

  function words(): string {
    if (open) return caughtUp > 0 ? say('liveCaughtUp', { count: caughtUp }) : say('live');
    if (away) return say('liveAway', { time: formatTime(away) });
    return since ? say('liveLost', { time: formatTime(since) }) : say('liveWaiting');
  }
}
