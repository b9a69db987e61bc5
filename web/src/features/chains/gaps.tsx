import { listGaps } from '@zhitong/contract/chains/chain-contract';
import { type GapClass, gapClasses, gapClassWords } from '@zhitong/domain/chains/gap-class';
import { gapSorts } from '@zhitong/domain/chains/gap-order';
import { useAddress } from '#platform/address';
import { useLanguage } from '#platform/display';
import { usePhone } from '#platform/media';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { ChoiceRow } from '#ui/choice-row';
import { ExportLink } from '#ui/export-link';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { Answered, Empty, EmptyFiltered } from '#ui/states';
import { dayIn } from './chain-filter.ts';
import { gapSums } from './class-sums.ts';
import { DistrictChoice } from './district-choice.tsx';
import { districtOf } from './district-of.ts';
import { GapTable } from './gap-table.tsx';
import { gapText } from './gap-text.ts';
import { KeptTable } from './kept-table.tsx';
import { atIn, PastNote } from './past-note.tsx';
import './chain.css';

/** cards are taller than rows */
const pageSizes = { desk: 100, phone: 20 };

/** Which weak link first? */
export function Gaps({ id }: { id: string }) {
  const say = useText(gapText);
  const address = useAddress();
  const of = gapClasses.find((name) => name === address.get('class'));
  const segment = address.get('segment');
  const sort = gapSorts.find((name) => name === address.get('sort')) ?? 'class';
  const order = address.get('order') === 'up' ? 'up' : 'down';
  const offset = Math.max(0, Number(address.get('from') ?? 0) || 0);
  const pageSize = usePhone() ? pageSizes.phone : pageSizes.desk;
  const district = districtOf(address.get('district'));
  const at = dayIn(address);
  const query = { class: of, segment, district, at, sort, order } as const;
  const asked = useAsk(listGaps, { params: { id }, query });
  const isFiltered = of !== undefined || segment !== undefined || district !== undefined;
  const clear = () => address.set({ class: undefined, segment: undefined, district: undefined, from: undefined });
  return (
    <Answered asked={asked} rows={12}>
      {({ chain, gaps, kept }, rows = kept?.gaps ?? gaps) => (
        <Page
          title={say('listTitle', { chain: chain.name })}
          finding={
            isFiltered
              ? say('listFindingFiltered', { total: rows.length })
              : say(kept ? 'listFindingPast' : 'listFinding', gapSums(rows))
          }
          action={
            <>
              <AppLink className="zt-button-link" to={`/chains/${id}${atIn(at)}`}>
                {say('map')}
              </AppLink>
              <ExportLink list={{ path: listGaps.path.replace(':id', id) }} query={query} />
            </>
          }
        >
          {kept && <PastNote kept={kept} />}
          <GapFilters of={of} sort={sort} segment={segment === undefined ? undefined : rows[0]?.segment.name} />
          {kept && rows.length > 0 && (
            <KeptTable chainId={id} gaps={kept.gaps.slice(offset, offset + pageSize)} day={kept.day} />
          )}
          {gaps.length > 0 && (
            <GapTable chainId={id} gaps={gaps.slice(offset, offset + pageSize)} sort={sort} order={order} />
          )}
          {rows.length === 0 && isFiltered && <EmptyFiltered onClear={clear} />}
          {rows.length === 0 && !isFiltered && <Empty sentence={say('nobodyYet')} />}
          <Pager
            total={rows.length}
            offset={offset}
            size={pageSize}
            onMove={(from) => address.set({ from: from === 0 ? undefined : String(from) })}
          />
        </Page>
      )}
    </Answered>
  );
}

interface GapFiltersProps {
  readonly of: GapClass | undefined;
  readonly sort: (typeof gapSorts)[number];
  readonly segment: string | undefined;
}

/** Class and segment; on a phone, where a table has no heads, also the order. */
function GapFilters({ of, sort, segment }: GapFiltersProps) {
  const say = useText(gapText);
  const language = useLanguage();
  const address = useAddress();
  const phone = usePhone();
  return (
    <div className="zt-filters">
      <ChoiceRow
        label={say('filter')}
        value={of ?? 'all'}
        choices={[
          { value: 'all' as const, word: say('all') },
          ...gapClasses.map((name) => ({ value: name, word: gapClassWords[name][language] })),
        ]}
        onChoose={(name) => address.set({ class: name === 'all' ? undefined : name, from: undefined })}
      />
      <DistrictChoice />
      {segment !== undefined && (
        <button type="button" className="zt-chip-off" onClick={() => address.set({ segment: undefined })}>
          {say('inSegment', { segment })} <span aria-hidden="true">✕</span>
        </button>
      )}
      {phone && (
        <ChoiceRow
          label={say('sort')}
          value={sort}
          choices={gapSorts.map((name) => ({ value: name, word: say(`sort.${name}`) }))}
          onChoose={(name) => address.set({ sort: name === 'class' ? undefined : name, order: undefined })}
        />
      )}
    </div>
  );
}
