import type { getGap } from '@zhitong/contract/chains/chain-contract';
import type { z } from 'zod';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { useText } from '#platform/text';
import { DataTable } from '#ui/data-table';
import { GapMark } from '#ui/gap-mark';
import { gapText } from './gap-text.ts';

type History = z.output<typeof getGap.reply>['history'];

/** What the link was, since when, and what changed it. */
export function GapHistory({ history }: { history: History }) {
  const say = useText(gapText);
  const language = useLanguage();
  const minute = useMinute();
  const time = (iso: string) => formatInstantExactly(iso, minute, language);
  return (
    <section className="zt-section" aria-labelledby="gap-history">
      <h2 id="gap-history">{say('history')}</h2>
      {history.length === 0 && <p className="zt-ink-2">{say('historyNone')}</p>}
      {history.length > 0 && (
        <DataTable
          label={say('history')}
          rows={changesOf(history)}
          keyOf={({ since }) => since}
          columns={[
            { key: 'class', head: say('historyHead'), cell: (state) => <GapMark of={state.class} /> },
            { key: 'since', head: say('since'), cell: ({ since }) => time(since), oneLine: true },
            {
              key: 'until',
              head: say('until'),
              cell: ({ until }) => (until ? time(until) : say('now')),
              oneLine: true,
            },
            { key: 'because', head: say('because'), cell: (state) => because(state), phone: 'wide' },
          ]}
        />
      )}
    </section>
  );

  function because({ closedBy, since }: History[number]): string {
    if (closedBy !== null) return say(`because.${causes.find((event) => event === closedBy) ?? 'other'}`);
    return history.at(-1)?.since === since ? say('first') : say('because.other');
  }
}

/** Rows of one class that follow each other are one state: it began with the oldest and lasts as long as the latest. */
function changesOf(history: History): History {
  return history.flatMap((state, at) => {
    const isGoneOnWith = history[at + 1]?.class === state.class;
    const later = history.slice(0, at).findLastIndex((other) => other.class !== state.class);
    return isGoneOnWith ? [] : [{ ...state, until: history[later + 1]?.until ?? null }];
  });
}

/** Events that have a sentence of their own. */
const causes = [
  ...(['offer.published', 'offer.changed', 'offer.withdrawn', 'offers.imported'] as const),
  ...(['need.published', 'need.withdrawn', 'need.chosen', 'need.ruled'] as const),
  ...(['match.rejected', 'rejection.given', 'deal.step-confirmed', 'purchase.changed'] as const),
];
