import { viewFunnel } from '@zhitong/contract/investment/target-contract';
import { targetLossWords, targetStatusWords } from '@zhitong/domain/investment/target-stage';
import type { z } from 'zod';
import { useLanguage } from '#platform/display';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { Answered, Empty } from '#ui/states';
import { targetText } from './target-text.ts';

type Funnel = z.output<typeof viewFunnel.reply>;

interface FunnelProps {
  readonly filter: { readonly district?: string; readonly mine?: 'yes'; readonly chain?: string };
  /** the address of the rows behind a figure */
  readonly linkTo: (stage: string) => string;
}

/** Counts and days of each stage, and beside them why others were lost: nothing about money. */
export function TargetFunnel({ filter, linkTo }: FunnelProps) {
  const say = useText(targetText);
  const asked = useAsk(viewFunnel, { query: filter });
  return (
    <section className="zt-section" aria-labelledby="funnel">
      <h2 id="funnel">{say('funnel')}</h2>
      <Answered asked={asked} rows={7}>
        {(funnel) =>
          funnel.total === 0 ? (
            <Empty sentence={say('funnelEmpty')} />
          ) : (
            <>
              <p className="zt-ink-2">
                {say('funnelFinding', {
                  ...{ total: funnel.total, signed: funnel.rows.find(({ stage }) => stage === 'signed')?.reached ?? 0 },
                })}
              </p>
              <div className="zt-funnel">
                <Stages rows={funnel.rows} linkTo={linkTo} />
                <Losses losses={funnel.losses} />
              </div>
            </>
          )
        }
      </Answered>
    </section>
  );
}

function Stages({ rows, linkTo }: Pick<Funnel, 'rows'> & Pick<FunnelProps, 'linkTo'>) {
  const say = useText(targetText);
  const language = useLanguage();
  const columns: readonly Column<Funnel['rows'][number]>[] = [
    { key: 'stage', head: say('stage'), cell: ({ stage }) => targetStatusWords[stage][language] },
    {
      ...{ key: 'now', head: say('now'), align: 'right' },
      cell: ({ stage, now }) => (now === 0 ? 0 : <AppLink to={linkTo(stage)}>{String(now)}</AppLink>),
    },
    { key: 'reached', head: say('reached'), align: 'right', cell: ({ reached }) => reached },
    {
      ...{ key: 'days', head: say('medianDays'), align: 'right' },
      cell: ({ medianDays, stays }) =>
        medianDays === null ? (
          say('none')
        ) : (
          <>
            {medianDays} <span className="zt-meta">{say('stays', { count: stays })}</span>
          </>
        ),
    },
  ];
  return <DataTable label={say('funnel')} columns={columns} rows={rows} keyOf={({ stage }) => stage} />;
}

function Losses({ losses }: Pick<Funnel, 'losses'>) {
  const say = useText(targetText);
  const language = useLanguage();
  if (losses.length === 0) return <p className="zt-ink-2">{say('noLosses')}</p>;
  const columns: readonly Column<Funnel['losses'][number]>[] = [
    { key: 'why', head: say('losses'), cell: ({ code }) => targetLossWords[code][language] },
    { key: 'count', head: say('lossCount'), align: 'right', cell: ({ count }) => count },
  ];
  return <DataTable label={say('losses')} columns={columns} rows={losses} keyOf={({ code }) => code} />;
}
