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

/** When the time is over the session is asked again; the shell then begins anew. */
function useEnd(until: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const left = new Date(until).getTime() - now().getTime();
    const timer = setTimeout(() => refresh(client, getSession), Math.max(left, 0) + 500);
    return () => {
      clearTimeout(timer);
      client.clear();
    };
  }, [client, until]);
}
