import { useQueryClient } from '@tanstack/react-query';
import { listMyDuties } from '@zhitong/contract/directory/duty-contract';
import { endLeave, type LeaveRow, listMyLeaves } from '@zhitong/contract/directory/leave-contract';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { Answered, Trouble } from '#ui/states';
import { dutyText } from './duty-text.ts';
import { LeaveDialog } from './leave-form.tsx';

/** One's own leaves, whom one covers for, and the way to record one. */
export function LeavePanel() {
  const say = useText(dutyText);
  const asked = useAsk(listMyLeaves, {});
  const [adding, setAdding] = useState(false);
  return (
    <section className="zt-card zt-padded" aria-labelledby="leaves">
      <div className="zt-people-head">
        <h2 id="leaves">{say('leaveTitle')}</h2>
        <Button onClick={() => setAdding(true)}>{say('leaveAdd')}</Button>
      </div>
      <Answered asked={asked} rows={2}>
        {({ leaves, covering, colleagues }) => (
          <>
            {leaves.length === 0 && <p className="zt-ink-2">{say('leaveEmpty')}</p>}
            <ul className="zt-leave-rows">
              {leaves.map((leave) => (
                <OwnLeave key={leave.id} leave={leave} />
              ))}
            </ul>
            {covering.length > 0 && <Covering rows={covering} />}
            {adding && <LeaveDialog postId={undefined} colleagues={colleagues} onClose={() => setAdding(false)} />}
          </>
        )}
      </Answered>
    </section>
  );
}

function OwnLeave({ leave }: { leave: LeaveRow }) {
  const say = useText(dutyText);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const ending = useDo(endLeave);
  const end = () =>
    ending.mutate(
      { body: { leaveId: leave.id } },
      {
        onSuccess: () => {
          refresh(client, listMyLeaves, listMyDuties);
          void message.success(say('leaveEnded'));
        },
      },
    );
  const cover = leave.cover ? say('coverShort', { cover: leave.cover }) : say('coverDeputies');
  return (
    <li>
      <span>
        <span className="zt-figures">
          {say('span', { from: formatDate(leave.from, language), to: formatDate(leave.to, language) })}
        </span>{' '}
        <MixedText>{`${say(`leave.${leave.state}`)} · ${cover}`}</MixedText>
      </span>
      {leave.state !== 'over' && (
        <Button loading={ending.isPending} onClick={end}>
          {say(leave.state === 'planned' ? 'dropLeave' : 'endLeave')}
        </Button>
      )}
      {ending.error && <Trouble error={ending.error} />}
    </li>
  );
}

function Covering({ rows }: { rows: readonly LeaveRow[] }) {
  const say = useText(dutyText);
  const language = useLanguage();
  return (
    <>
      <h3>{say('covering')}</h3>
      <ul className="zt-leave-rows">
        {rows.map(({ id, person, from, to }) => (
          <li key={id}>
            <MixedText>
              {say('coveringRow', { name: person, from: formatDate(from, language), to: formatDate(to, language) })}
            </MixedText>
          </li>
        ))}
      </ul>
    </>
  );
}
