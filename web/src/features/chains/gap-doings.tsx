import { type GapDoings as Doings, getGapDoings } from '@zhitong/contract/chains/gap-task-contract';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Answered, Empty } from '#ui/states';
import { GapTaskTable } from './gap-task-table.tsx';
import { gapTaskText } from './gap-task-text.ts';

/** What has been done about a gap: needs posted from it, and tasks with their lights. */
export function GapDoings({ chainId, product }: { chainId: string; product: string }) {
  const say = useText(gapTaskText);
  const asked = useAsk(getGapDoings, { params: { id: chainId, product } });
  return (
    <section className="zt-section" aria-labelledby="gap-doings">
      <h2 id="gap-doings">{say('doings')}</h2>
      <Answered asked={asked} rows={3}>
        {(doings) => (
          <>
            {doings.needsTotal + doings.tasks.length === 0 && <Empty sentence={say('doingsNone')} />}
            {doings.needsTotal > 0 && <Needs doings={doings} />}
            {doings.tasks.length > 0 && (
              <>
                <h3>{say('tasks')}</h3>
                {doings.tasksTotal > doings.tasks.length && (
                  <p className="zt-meta">
                    {say('tasksFirst', { shown: doings.tasks.length, total: doings.tasksTotal })}
                  </p>
                )}
                <GapTaskTable tasks={doings.tasks} ofOneGap />
              </>
            )}
          </>
        )}
      </Answered>
    </section>
  );
}

function Needs({ doings: { needs, needsTotal } }: { doings: Doings }) {
  const say = useText(gapTaskText);
  const language = useLanguage();
  const minute = useMinute();
  const may = useMay();
  const hidden = needsTotal - needs.length;
  return (
    <>
      <h3>{say('needs')}</h3>
      <ul className="zt-gap-reasons">
        {needs.map(({ id, title, organisation, at }) => (
          <li key={id}>
            <MixedText>{may('need.see') ? <AppLink to={`/needs/${id}`}>{title}</AppLink> : title}</MixedText>
            <span className="zt-meta">
              {' '}
              <MixedText>{organisation.name}</MixedText>
              {` · ${formatInstantExactly(at, minute, language)}`}
            </span>
          </li>
        ))}
        {hidden > 0 && <li className="zt-ink-2">{say('needsHidden', { count: hidden })}</li>}
      </ul>
    </>
  );
}
