import { listOpportunities, type Opportunity } from '@zhitong/contract/matching/opportunity-contract';
import { useEffect, useRef, useState } from 'react';
import { useAddress, useGo, usePathId } from '#platform/address';
import { narrowQuery, useMedia } from '#platform/media';
import { useAsk } from '#platform/query';
import { useShortcuts } from '#platform/shortcuts';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { ChoiceRow } from '#ui/choice-row';
import { ExportLink } from '#ui/export-link';
import { Page } from '#ui/page';
import { Answered, Empty } from '#ui/states';
import { OpportunityDetail } from './opportunity-detail.tsx';
import { OpportunityEmpty } from './opportunity-empty.tsx';
import { OpportunityRow } from './opportunity-row.tsx';
import { opportunityText } from './opportunity-text.ts';

const tabs = ['new', 'waiting', 'answered', 'closed'] as const;

/** Is this for me, and can I answer now? List left, the need and its form right; on a phone one after the other. */
export function Opportunities() {
  const say = useText(opportunityText);
  const address = useAddress();
  const narrow = useMedia(narrowQuery);
  const opened = usePathId();
  const state = tabs.find((name) => name === address.get('state'));
  const asked = useAsk(listOpportunities, { query: state ? { state } : {} });
  const counts = asked.data?.counts;
  const waiting = counts ? counts.new + counts.waiting : 0;
  const nothing = state ? <Empty sentence={say('emptyTab')} /> : <OpportunityEmpty />;
  return (
    <Page
      title={say('title')}
      finding={counts && (waiting > 0 ? say('finding', { count: waiting }) : say('findingNone'))}
      action={<ExportLink list={listOpportunities} query={{ state }} />}
    >
      {counts && !(narrow && opened) && (
        <div className="zt-filters">
          <ChoiceRow
            label={say('title')}
            value={state ?? 'all'}
            choices={[
              { value: 'all' as const, word: say('tab.all') },
              ...tabs.map((name) => ({ value: name, word: say(`tab.${name}`, { count: counts[name] }) })),
            ]}
            onChoose={(next) => address.set({ state: next === 'all' ? undefined : next }, 'quietly')}
          />
        </div>
      )}
      <Answered asked={asked} rows={8}>
        {({ opportunities }) =>
          opportunities.length > 0 || opened ? <Split rows={opportunities} opened={opened} narrow={narrow} /> : nothing
        }
      </Answered>
    </Page>
  );
}

function Split({
  rows,
  opened,
  narrow,
}: {
  rows: readonly Opportunity[];
  opened: string | undefined;
  narrow: boolean;
}) {
  const say = useText(opportunityText);
  const go = useGo();
  const address = useAddress();
  const { shown, fresh, showFresh } = useWaitingRows(rows);
  const search = address.get('state') ? `?state=${address.get('state')}` : '';
  const open = (id: string) => go(`/opportunities/${id}${search}`);
  const here = shown.findIndex(({ match }) => match.id === opened);
  const move = (step: number) => {
    const next = shown[Math.min(Math.max(here + step, 0), shown.length - 1)];
    if (next) open(next.match.id);
  };
  useShortcuts({ j: () => move(1), k: () => move(-1) });
  if (narrow && opened) {
    return (
      <>
        <AppLink to={`/opportunities${search}`}>{say('back')}</AppLink>
        <OpportunityDetail key={opened} id={opened} />
      </>
    );
  }
  return (
    <div className="zt-split">
      <div>
        {fresh > 0 && (
          <button type="button" className="zt-arrived" onClick={showFresh}>
            {say('arrived', { count: fresh })}
          </button>
        )}
        <ul className="zt-opportunity-list">
          {shown.map((row) => (
            <OpportunityRow
              key={row.match.id}
              row={row}
              current={row.match.id === opened}
              onOpen={() => open(row.match.id)}
            />
          ))}
        </ul>
      </div>
      {!narrow && (
        <div className="zt-split-detail">
          {opened ? <OpportunityDetail key={opened} id={opened} /> : <Empty sentence={say('pick')} />}
        </div>
      )}
    </div>
  );
}

/** Rows that arrive while somebody has scrolled down wait behind a button, so that nothing jumps under a finger. */
function useWaitingRows(rows: readonly Opportunity[]) {
  const [known, setKnown] = useState(() => new Set(rows.map(({ match }) => match.id)));
  const scrolled = useRef(false);
  useEffect(() => {
    const follow = () => {
      scrolled.current = scrollY > 80;
    };
    addEventListener('scroll', follow, { passive: true });
    return () => removeEventListener('scroll', follow);
  }, []);
  const showFresh = () => setKnown(new Set(rows.map(({ match }) => match.id)));
  const fresh = scrolled.current ? rows.filter(({ match }) => !known.has(match.id)).length : 0;
  const shown = fresh > 0 ? rows.filter(({ match }) => known.has(match.id)) : rows;
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that are shown are known from then on
  useEffect(() => {
    if (fresh === 0) showFresh();
  }, [rows]);
  return { shown, fresh, showFresh };
}
