import type { CaseRow } from '@zhitong/contract/needs/case-contract';
import { useEffect } from 'react';
import { useAddress, useGo, useLeadOn } from '#platform/address';
import { useShortcuts } from '#platform/shortcuts';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Pager } from '#ui/pager';
import { Empty } from '#ui/states';
import { CaseDetailPart } from './case-detail.tsx';
import { type CaseFilter, pageSize } from './case-filter.ts';
import { CaseListRow } from './case-list-row.tsx';
import { caseText } from './case-text.ts';

interface CaseSplitProps {
  readonly reply: { readonly cases: readonly CaseRow[]; readonly total: number; readonly dayMinutes: number };
  readonly filter: CaseFilter;
  readonly opened: string | undefined;
  readonly narrow: boolean;
}

/** The list stays where it is while rows come and go; the chosen case is part of the address. */
export function CaseSplit({ reply: { cases, total, dayMinutes }, filter, opened, narrow }: CaseSplitProps) {
  const say = useText(caseText);
  const go = useGo();
  const leadOn = useLeadOn();
  const address = useAddress();
  const { search } = filter;
  const first = cases[0]?.id;
  const here = cases.findIndex(({ id }) => id === opened);
  const open = (id: string) => go(`/cases/${id}${search}`);
  const move = (step: number) => {
    const next = cases[Math.min(Math.max(here + step, 0), cases.length - 1)];
    if (next && next.id !== opened) open(next.id);
  };
  // what is due first lies open from the start, where there is room beside the list
  useEffect(() => {
    if (!narrow && opened === undefined && first !== undefined) leadOn(`/cases/${first}${search}`);
  }, [narrow, opened, first, search, leadOn]);
  useShortcuts({ j: () => move(1), k: () => move(-1) });
  const next = cases[here + 1] ?? cases.find(({ id }) => id !== opened);
  const onDone = () => (next && !narrow ? open(next.id) : go(`/cases${search}`));
  if (narrow && opened)
    return (
      <>
        <AppLink to={`/cases${search}`} className="zt-case-back">
          {say('back')}
        </AppLink>
        <CaseDetailPart key={opened} id={opened} onDone={onDone} />
      </>
    );
  return (
    <div className="zt-case-split">
      <div className="zt-case-list-frame">
        <ul className="zt-case-list" aria-label={say('rows')}>
          {cases.map((row) => (
            <CaseListRow
              key={row.id}
              row={row}
              dayMinutes={dayMinutes}
              current={row.id === opened}
              onOpen={() => open(row.id)}
            />
          ))}
        </ul>
        <Pager
          total={total}
          offset={filter.offset}
          size={pageSize}
          onMove={(offset) => address.set({ offset: String(offset) })}
        />
      </div>
      {!narrow &&
        (opened ? <CaseDetailPart key={opened} id={opened} onDone={onDone} /> : <Empty sentence={say('pick')} />)}
    </div>
  );
}
