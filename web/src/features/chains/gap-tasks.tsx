import { listGapTasks } from '@zhitong/contract/chains/gap-task-contract';
import { useAddress } from '#platform/address';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { Light } from '#ui/light';
import { Pager } from '#ui/pager';
import { Answered, Empty, EmptyFiltered } from '#ui/states';
import { GapTaskTable } from './gap-task-table.tsx';
import { gapTaskText } from './gap-task-text.ts';
import './gap.css';

const pageSize = 20;
const states = ['open', 'over', 'any'] as const;
const colours = ['red', 'yellow', 'green'] as const;

/** The tasks about gaps the reader may see, what is due first at the top: a part of the desk, and of the page of orders. */
export function GapTasks() {
  const say = useText(gapTaskText);
  const address = useAddress();
  const state = states.find((name) => name === address.get('gapTasks')) ?? 'open';
  const offset = Math.max(0, Number(address.get('gapTasksFrom') ?? 0) || 0);
  const asked = useAsk(listGapTasks, { query: { state, offset, limit: pageSize } });
  const change = (next: (typeof states)[number]) =>
    address.set({ gapTasks: next === 'open' ? undefined : next, gapTasksFrom: undefined }, 'quietly');
  return (
    <section className="zt-section" aria-label={say('listTitle')}>
      <h2>{say('listTitle')}</h2>
      <Answered asked={asked} rows={4}>
        {({ tasks, total, lights }) => (
          <>
            <span className="zt-gap-lights">
              <span>{say('listFinding', { count: lights.red + lights.yellow + lights.green })}</span>
              {colours.map((colour) => (
                <Light key={colour} colour={colour} words={lights[colour].toLocaleString('en-GB')} />
              ))}
            </span>
            <div className="zt-filters">
              <ChoiceRow
                label={say('state')}
                value={state}
                choices={states.map((value) => ({ value, word: say(`state.${value}`) }))}
                onChoose={change}
              />
            </div>
            {tasks.length > 0 && <GapTaskTable tasks={tasks} />}
            {tasks.length === 0 && state === 'open' && <Empty sentence={say('listEmpty')} />}
            {tasks.length === 0 && state !== 'open' && <EmptyFiltered onClear={() => change('open')} />}
            <Pager
              total={total}
              offset={offset}
              size={pageSize}
              onMove={(from) => address.set({ gapTasksFrom: from === 0 ? undefined : String(from) })}
            />
          </>
        )}
      </Answered>
    </section>
  );
}
