import { listDrillRules } from '@zhitong/contract/chains/drill-contract';
import { coverageRings } from '@zhitong/domain/chains/chain-facts';
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { formatNames } from '#platform/format-list';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { DataTable } from '#ui/data-table';
import { Page } from '#ui/page';
import { Answered } from '#ui/states';
import { DrillRulesForm, type DrillRulesShown } from './drill-rules-form.tsx';
import { drillRulesText } from './drill-rules-text.ts';
import './gap.css';

type Row = DrillRulesShown['rows'][number];

/** What do the drills take for granted, since when, and why? */
export function DrillRulesScreen() {
  const say = useText(drillRulesText);
  const may = useMay();
  const asked = useAsk(listDrillRules, {});
  const [editing, setEditing] = useState(false);
  return (
    <Page
      title={say('title')}
      finding={say('finding')}
      action={
        may('drill-rules.change') &&
        !editing && (
          <Button type="primary" disabled={!asked.data} onClick={() => setEditing(true)}>
            {say('change')}
          </Button>
        )
      }
    >
      <Answered asked={asked} rows={8}>
        {(shown) => (
          <>
            {editing && <DrillRulesForm shown={shown} onClose={() => setEditing(false)} />}
            <Rows shown={shown} />
          </>
        )}
      </Answered>
    </Page>
  );
}

/** Planned, in force and past, newest first. */
function Rows({ shown }: { shown: DrillRulesShown }) {
  const say = useText(drillRulesText);
  const language = useLanguage();
  const state = ({ from }: Row) => {
    if (from === shown.current.from) return say('inForce');
    return say(from > shown.today ? 'planned' : 'past', { date: formatDate(from, language) });
  };
  return (
    <DataTable
      label={say('history')}
      rows={shown.rows}
      keyOf={({ from }) => from}
      columns={[
        { key: 'since', head: say('since'), cell: state },
        { key: 'values', head: say('values'), phone: 'wide', cell: (row) => <Values row={row} shown={shown} /> },
        { key: 'why', head: say('why'), phone: 'wide', cell: ({ reason }) => reason ?? say('first') },
        { key: 'by', head: say('by'), cell: ({ by }) => by },
      ]}
    />
  );
}

function Values({ row: { terms }, shown }: { row: Row; shown: DrillRulesShown }) {
  const say = useText(drillRulesText);
  const language = useLanguage();
  const single = Object.entries(terms.stockDaysOf).map(([id, days]) =>
    say('ofProduct', { product: shown.products.find((one) => one.id === id)?.name ?? id, days }),
  );
  return (
    <dl className="zt-facts">
      <div>
        <dt>{say('stockDays')}</dt>
        <dd>{terms.stockDays}</dd>
      </div>
      {[...coverageRings, 'none' as const].map((ring) => (
        <div key={ring}>
          <dt>{say(`qualify.${ring}`)}</dt>
          <dd>{terms.qualifyDays[ring]}</dd>
        </div>
      ))}
      <div>
        <dt>{say('ofProducts')}</dt>
        <dd>{single.length > 0 ? formatNames(single, language) : say('noProducts')}</dd>
      </div>
    </dl>
  );
}
