import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAddress } from '#platform/address';
import { ChoiceRow } from '#ui/choice-row';
import { Pager } from '#ui/pager';
import { Answered, Empty, EmptyFiltered } from '#ui/states';

/** What was sent to a bank, a centre or a school, by how far its answer is. */
const askStates = ['all', 'open', 'answered', 'over'] as const;
type AskState = (typeof askStates)[number];

export const askPageSize = 50;

/** Which of them are asked for; the address says it. */
export function useAskPage(): { readonly state: AskState; readonly offset: number } {
  const address = useAddress();
  return {
    state: askStates.find((name) => name === address.get('state')) ?? 'all',
    offset: Number(address.get('from') ?? 0) || 0,
  };
}

export function AskFilter({ label, word }: { label: string; word: (state: AskState) => string }) {
  const address = useAddress();
  const { state } = useAskPage();
  return (
    <div className="zt-filters">
      <ChoiceRow
        label={label}
        value={state}
        choices={askStates.map((name) => ({ value: name, word: word(name) }))}
        onChoose={(next) => address.set({ state: next === 'all' ? undefined : next, from: undefined })}
      />
    </div>
  );
}

interface AskPagesProps<Ask> {
  readonly asked: UseQueryResult<{ readonly asks: readonly Ask[]; readonly total: number }>;
  readonly isFiltered: boolean;
  /** what an empty list says where nothing was filtered */
  readonly empty: string;
  readonly children: (asks: readonly Ask[]) => ReactNode;
}

export function AskPages<Ask>({ asked, isFiltered, empty, children }: AskPagesProps<Ask>) {
  const address = useAddress();
  const { offset } = useAskPage();
  return (
    <Answered asked={asked} rows={8}>
      {({ asks, total }) => (
        <>
          {asks.length > 0 && children(asks)}
          {asks.length === 0 && isFiltered && (
            <EmptyFiltered onClear={() => address.set({ state: undefined, from: undefined })} />
          )}
          {asks.length === 0 && !isFiltered && <Empty sentence={empty} />}
          <Pager
            total={total}
            offset={offset}
            size={askPageSize}
            onMove={(from) => address.set({ from: String(from) })}
          />
        </>
      )}
    </Answered>
  );
}
