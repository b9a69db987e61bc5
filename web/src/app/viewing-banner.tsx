import { useQueryClient } from '@tanstack/react-query';
import { getSession } from '@zhitong/contract/directory/session-contract';
import { endViewing } from '@zhitong/contract/directory/viewing-contract';
import { Button } from 'antd';
import { useEffect } from 'react';
import { now } from '#platform/clock';
import { formatTime } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { roleText } from '#platform/role-text';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { Trouble } from '#ui/states';
import { appText } from './app-text.ts';
import { useViewer } from './viewer-context.tsx';

const grace = 500;
const again = 5_000;

/** On every page while somebody else’s screens are looked at: whose, until when, and the way out. */
export function ViewingBanner() {
  const { watching } = useViewer();
  return watching ? <Banner until={watching.until} /> : null;
}

function Banner({ until }: { until: string }) {
  const say = useText(appText);
  const sayRole = useText(roleText);
  const { person, post } = useViewer();
  const ending = useDo(endViewing);
  useEnd(until);
  const whose = { name: person.name, organisation: post.organisation.name, role: sayRole(post.role) };
  return (
    <aside className="zt-viewing" role="status">
      <span>
        <MixedText>{say('viewing', { ...whose, time: formatTime(until) })}</MixedText>
      </span>
      <Button
        size="small"
        loading={ending.isPending}
        // drawn anew from nothing: what was shown for the other post does not stay on the screen
        onClick={() => ending.mutate({}, { onSettled: () => window.location.assign('/') })}
      >
        {say('endViewing')}
      </Button>
      {ending.error && <Trouble error={ending.error} />}
    </aside>
  );
}

/**
 * When the time is over the session is asked again, and once more until the answer agrees; a browser that slept, or another tab that
 * ended it, is noticed when somebody looks at the page again. The shell then begins anew.
 */
function useEnd(until: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const ask = () => refresh(client, getSession);
    const look = () => {
      if (document.visibilityState === 'visible') ask();
    };
    let timer = setTimeout(askWhenOver, Math.max(left(), 0) + grace);
    addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
      client.clear();
    };

    function left(): number {
      return new Date(until).getTime() - now().getTime();
    }

    /** The answer may fail, or come from a clock that goes behind this one. */
    function askWhenOver(): void {
      if (left() <= 0) ask();
      timer = setTimeout(askWhenOver, Math.max(left(), again));
    }
  }, [client, until]);
}
