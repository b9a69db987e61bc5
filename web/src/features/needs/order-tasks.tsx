import { listOrderTasks, type OrderTask } from '@zhitong/contract/needs/order-contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '#platform/address';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Pager } from '#ui/pager';
import { Answered } from '#ui/states';
import { CaseLight } from './case-light.tsx';
import { OrderIssue } from './order-issue.tsx';
import { orderText } from './order-text.ts';

const pageSize = 20;

/** The last rungs of the ladder: what came up to this office, each ordered with one press, or several together. */
export function OrderTasks() {
  const say = useText(orderText);
  const address = useAddress();
  const offset = Number(address.get('taskFrom') ?? 0) || 0;
  const asked = useAsk(listOrderTasks, { query: { offset, limit: pageSize } });
  return (
    <Answered asked={asked} rows={3}>
      {({ tasks, total, dayMinutes }) =>
        total === 0 ? (
          <p className="zt-ink-2">{say('tasksNone')}</p>
        ) : (
          <>
            <p>{say('tasks', { count: total })}</p>
            {tasks.length > 0 && <Rows key={offset} tasks={tasks} dayMinutes={dayMinutes} />}
            <Pager
              total={total}
              offset={offset}
              size={pageSize}
              onMove={(from) => address.set({ taskFrom: from === 0 ? undefined : String(from) })}
            />
          </>
        )
      }
    </Answered>
  );
}

function Rows({ tasks, dayMinutes }: { tasks: readonly OrderTask[]; dayMinutes: number }) {
  const say = useText(orderText);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [issuing, setIssuing] = useState<readonly OrderTask[]>();
  const chosen = tasks.filter((task) => ticked.has(task.case.id));
  const isAll = chosen.length === tasks.length;
  const tick = (id: string) =>
    setTicked(ticked.has(id) ? new Set([...ticked].filter((one) => one !== id)) : new Set([...ticked, id]));
  return (
    <>
      <div className="zt-desk-bulk">
        <label className="zt-check">
          <input
            type="checkbox"
            checked={isAll}
            onChange={() => setTicked(isAll ? new Set() : new Set(tasks.map((task) => task.case.id)))}
          />
          {say('all')}
        </label>
        <Button type="primary" disabled={chosen.length === 0} onClick={() => setIssuing(chosen)}>
          {say('issueMany', { count: chosen.length })}
        </Button>
        <span className="zt-meta">{say('tasksHint')}</span>
      </div>
      <ul className="zt-desk-waiting">
        {tasks.map((task) => (
          <Row
            key={task.case.id}
            task={task}
            dayMinutes={dayMinutes}
            ticked={ticked.has(task.case.id)}
            onTick={() => tick(task.case.id)}
            onIssue={() => setIssuing([task])}
          />
        ))}
      </ul>
      {issuing && (
        <OrderIssue
          cases={issuing.map((task) => task.case)}
          needsWords={false}
          onClose={() => {
            setIssuing(undefined);
            setTicked(new Set());
          }}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly task: OrderTask;
  readonly dayMinutes: number;
  readonly ticked: boolean;
  readonly onTick: () => void;
  readonly onIssue: () => void;
}

function Row({ task, dayMinutes, ticked, onTick, onIssue }: RowProps) {
  const say = useText(orderText);
  const { id, title, light, remainingMinutes } = task.case;
  return (
    <li className="zt-card zt-desk-case">
      <label className="zt-desk-tick">
        <input type="checkbox" aria-label={say('pick', { title })} checked={ticked} onChange={onTick} />
      </label>
      <div>
        <p className="zt-desk-title">
          <AppLink to={`/cases/${id}`}>{title}</AppLink>
          <CaseLight row={{ light, remainingMinutes, status: 'handling' }} dayMinutes={dayMinutes} />
        </p>
        <p className="zt-meta">
          <MixedText>{`${task.asker.name} · ${task.body.name}`}</MixedText>
        </p>
      </div>
      <Button aria-label={say('issueOne', { title })} onClick={onIssue}>
        {say('issue')}
      </Button>
    </li>
  );
}
