import { listGapTargets } from '@zhitong/contract/investment/target-contract';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Answered } from '#ui/states';
import { TargetTable } from './target-table.tsx';
import { targetText } from './target-text.ts';
import './investment.css';

/** On the page of a gap: who would close it, and what is next; absent for who may not see targets. */
export function GapTargets({ gap }: { gap: string }) {
  const say = useText(targetText);
  const may = useMay();
  const asked = useAsk(listGapTargets, { params: { id: gap }, query: {} }, { enabled: may('target.see') });
  if (!may('target.see')) return null;
  return (
    <section className="zt-section" aria-labelledby="gap-targets">
      <h2 id="gap-targets">{say('ofGap')}</h2>
      <Answered asked={asked} rows={2}>
        {({ targets, total, dayMinutes }) => (
          <>
            <p className="zt-ink-2">{total === 0 ? say('ofGapEmpty') : say('ofGapFinding', { count: total })}</p>
            {total > 0 && <TargetTable {...{ targets, dayMinutes }} withoutGap />}
          </>
        )}
      </Answered>
      {may('target.register') && (
        <div className="zt-target-actions">
          <AppLink className="zt-button-link" to={`/targets/new?gap=${encodeURIComponent(gap)}`}>
            {say('add')}
          </AppLink>
        </div>
      )}
    </section>
  );
}
