import { listWaitingCases, type WaitingCase } from '@zhitong/contract/needs/supervision-contract';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useAsk } from '#platform/query';
import { useShortcuts } from '#platform/shortcuts';
import { useText } from '#platform/text';
import { Answered } from '#ui/states';
import { useBulkAssign } from './desk-assign.ts';
import { deskText } from './desk-text.ts';
import { DeskWaitingRow } from './desk-waiting-row.tsx';

const most = 50;

/** Cases that routing was not sure of: the proposals with their reasons, several assigned at once, ten seconds to take it back. */
export function DeskWaiting() {
  const say = useText(deskText);
  const asked = useAsk(listWaitingCases, { query: { limit: most } });
  return (
    <section className="zt-desk-part">
      <h2>{asked.data ? say('waiting', { count: asked.data.total }) : say('title')}</h2>
      <Answered asked={asked} rows={3}>
        {({ cases, total, dayMinutes }) =>
          cases.length === 0 ? (
            <p className="zt-ink-2">{say('waitingNone')}</p>
          ) : (
            <>
              <Rows cases={cases} dayMinutes={dayMinutes} />
              {total > cases.length && <p className="zt-meta">{say('shownOf', { shown: cases.length, total })}</p>}
            </>
          )
        }
      </Answered>
    </section>
  );
}

function Rows({ cases, dayMinutes }: { cases: readonly WaitingCase[]; dayMinutes: number }) {
  const say = useText(deskText);
  const { message } = App.useApp();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [matters, setMatters] = useState<ReadonlyMap<string, string>>(new Map());
  const { pending, assign } = useBulkAssign(({ done, failed, sentence }) => {
    if (failed > 0) void message.error(say('failed', { count: failed, sentence }));
    else void message.success(say('done', { count: done }));
  });
  const matterOf = ({ id, candidates }: WaitingCase) => matters.get(id) ?? candidates[0]?.duty.id;
  const shown = cases.filter(({ id }) => !pending.has(id));
  const assignable = shown.filter((one) => matterOf(one) !== undefined);
  const chosen = assignable.filter(({ id }) => ticked.has(id));
  const all = assignable.length > 0 && chosen.length === assignable.length;
  const tickAll = () => setTicked(all ? new Set() : new Set(assignable.map(({ id }) => id)));
  const tick = (id: string) =>
    setTicked(ticked.has(id) ? new Set([...ticked].filter((one) => one !== id)) : new Set([...ticked, id]));
  useShortcuts({ x: tickAll });
  const send = () => {
    const wishes = chosen.flatMap((one) => {
      const matter = matterOf(one);
      return matter === undefined ? [] : [{ id: one.id, seq: one.seq, matter }];
    });
    assign(wishes, say('assigned', { count: wishes.length }));
    setTicked(new Set());
  };
  return (
    <>
      <div className="zt-desk-bulk">
        <label className="zt-check">
          <input type="checkbox" checked={all} onChange={tickAll} disabled={assignable.length === 0} />
          {say('all')}
        </label>
        <Button type="primary" disabled={chosen.length === 0} onClick={send}>
          {say('assign', { count: chosen.length })}
        </Button>
        <span className="zt-meta">{say('waitingHint')}</span>
      </div>
      <ul className="zt-desk-waiting">
        {shown.map((one) => (
          <DeskWaitingRow
            key={one.id}
            row={one}
            dayMinutes={dayMinutes}
            ticked={ticked.has(one.id)}
            matter={matterOf(one)}
            onTick={() => tick(one.id)}
            onMatter={(matter) => setMatters(new Map([...matters, [one.id, matter]]))}
          />
        ))}
      </ul>
    </>
  );
}
