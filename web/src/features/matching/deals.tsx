import { DownloadOutlined } from '@ant-design/icons';
import { exportDealsPath, exportDealsQuery, listDeals } from '@zhitong/contract/matching/deal-contract';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { useAddress, useGo, usePathId } from '#platform/address';
import { useLanguage } from '#platform/display';
import { currentPost } from '#platform/post';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { SearchField } from '#ui/search-field';
import { Answered, Empty, EmptyFiltered } from '#ui/states';
import { DealDrawer } from './deal-drawer.tsx';
import { DealTable } from './deal-table.tsx';
import { dealText } from './deal-text.ts';

const states = exportDealsQuery.shape.state.unwrap().options;
const pageSize = 50;

/** What was really agreed, and what still needs a signature? */
export function Deals({ bureau }: { bureau: boolean }) {
  const say = useText(dealText);
  const language = useLanguage();
  const address = useAddress();
  const go = useGo();
  const opened = usePathId();
  const state = states.find((name) => name === address.get('state')) ?? 'all';
  const q = address.get('q') ?? '';
  const offset = Number(address.get('from') ?? 0) || 0;
  const asked = useAsk(listDeals, { query: { state, q, offset, limit: pageSize } });
  const filtered = state !== 'all' || q !== '';
  // a link carries no header: language and post stand in its address
  const post = currentPost();
  const search = new URLSearchParams({ state, q, lang: language, ...(post && { post }) }).toString();
  const sums = asked.data && {
    confirmed: asked.data.confirmed.deals,
    confirmedMoney: moneyText(asked.data.confirmed.fen, language),
    oneSided: asked.data.oneSided.deals,
    oneSidedMoney: moneyText(asked.data.oneSided.fen, language),
  };
  return (
    <Page
      title={bureau ? say('titleBureau') : say('title')}
      finding={sums && say('finding', sums)}
      action={
        <a className="zt-button-link" href={`${exportDealsPath}?${search}`} download>
          <DownloadOutlined aria-hidden="true" />
          {say('export')}
        </a>
      }
    >
      <div className="zt-filters">
        <ChoiceRow
          label={say('state')}
          value={state}
          choices={states.map((name) => ({ value: name, word: say(`state.${name}`) }))}
          onChoose={(next) => address.set({ state: next === 'all' ? undefined : next, from: undefined })}
        />
        <SearchField
          label={say('search')}
          value={q}
          onSearch={(words) => address.set({ q: words, from: undefined }, 'quietly')}
        />
      </div>
      <Answered asked={asked} rows={8}>
        {({ deals, total }) => (
          <>
            {deals.length > 0 && (
              <DealTable deals={deals} foot={sums && say('sumFoot', sums)} search={filtered ? `?${search}` : ''} />
            )}
            {deals.length === 0 && filtered && (
              <EmptyFiltered onClear={() => address.set({ state: undefined, q: undefined, from: undefined })} />
            )}
            {deals.length === 0 && !filtered && <Empty sentence={bureau ? say('emptyBureau') : say('empty')} />}
            <Pager
              total={total}
              offset={offset}
              size={pageSize}
              onMove={(from) => address.set({ from: String(from) })}
            />
          </>
        )}
      </Answered>
      {opened && <DealDrawer key={opened} id={opened} onClose={() => go(filtered ? `/deals?${search}` : '/deals')} />}
    </Page>
  );
}
