import { dutyLists } from '@zhitong/domain/directory/duty';
import { Button } from 'antd';
import { useAddress } from '#platform/address';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { SearchField } from '#ui/search-field';
import { type CaseFilter, caseViews, widenAgain } from './case-filter.ts';
import { caseText } from './case-text.ts';

/** Whose cases, of which list, with which words; all of it stands in the address. */
export function CaseFilters({ filter, bureau }: { filter: CaseFilter; bureau: boolean }) {
  const say = useText(caseText);
  const address = useAddress();
  const { who, list, q, narrowed } = filter;
  const views = caseViews.map((value) => ({
    value,
    word: value === 'body' && bureau ? say('view.city') : say(`view.${value}`),
  }));
  return (
    <div className="zt-filters zt-case-filters">
      <ChoiceRow
        label={say('views')}
        value={who}
        choices={views}
        onChoose={(next) =>
          address.set({ who: next === 'body' ? undefined : next, light: undefined, offset: undefined })
        }
      />
      <ChoiceRow
        label={say('listFilter')}
        value={list ?? 'all'}
        choices={[
          { value: 'all' as const, word: say('all') },
          ...dutyLists.map((value) => ({ value, word: say(`list.${value}`) })),
        ]}
        onChoose={(next) => address.set({ list: next === 'all' ? undefined : next, offset: undefined })}
      />
      <SearchField
        label={say('search')}
        value={q}
        onSearch={(words) => address.set({ q: words, offset: undefined }, 'quietly')}
      />
      {narrowed.length > 0 && (
        <p className="zt-case-narrowed">
          {say('narrowed', {
            words: narrowed
              .map((name) => say(`narrow.${name}`, { state: say(`state.${stateOf(address.get('state'))}`) }))
              .join(' · '),
          })}
          <Button type="link" onClick={() => widenAgain(address)}>
            {say('clear')}
          </Button>
        </p>
      )}
    </div>
  );
}

const shownStates = ['open', 'over', 'solved', 'closed'] as const;
const stateOf = (state: string | undefined) => shownStates.find((one) => one === state) ?? 'any';
