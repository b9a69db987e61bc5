import { PrinterOutlined, TableOutlined } from '@ant-design/icons';
import { getChain } from '@zhitong/contract/chains/chain-contract';
import { Button } from 'antd';
import type { z } from 'zod';
import { useMay } from '#platform/may';
import { usePhone } from '#platform/media';
import { isRefused, useAsk } from '#platform/query';
import { useShortcuts } from '#platform/shortcuts';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Page } from '#ui/page';
import { Answered, EmptyFiltered, Refused } from '#ui/states';
import { ChainControls } from './chain-controls.tsx';
import { ChainDrawing } from './chain-drawing.tsx';
import { ChainFacts, ChainFinding } from './chain-facts.tsx';
import { type ChainFilter, isShown, useChainFilter } from './chain-filter.ts';
import { ChainLegend } from './chain-legend.tsx';
import { ChainLists } from './chain-lists.tsx';
import { PrintFoot, type Reader } from './chain-print.tsx';
import { SegmentTable, TierLists } from './chain-table.tsx';
import { chainText } from './chain-text.ts';
import { atIn, PastNote } from './past-note.tsx';
import { SegmentDrawer } from './segment-drawer.tsx';
import './chain.css';

type Chain = z.output<typeof getChain.reply>;

/** Where is this chain weak, and how much does it cost? */
export function ChainScreen({ id, reader }: { id: string; reader: Reader }) {
  const filter = useChainFilter();
  const asked = useAsk(getChain, { params: { id }, query: { at: filter.at, district: filter.district } });
  if (isRefused(asked.error) && asked.error.code === 'chains.no-version')
    return <NoVersion sentence={asked.error.message} onToday={() => filter.set({ at: undefined })} />;
  return (
    <Answered asked={asked} rows={12}>
      {(chain) => <ChainPage chain={chain} filter={filter} reader={reader} />}
    </Answered>
  );
}

/** The chain has no map on the day of the address. */
function NoVersion({ sentence, onToday }: { sentence: string; onToday: () => void }) {
  const say = useText(chainText);
  return (
    <Page title={say('listTitle')}>
      <Refused sentence={sentence} />
      <div>
        <Button onClick={onToday}>{say('today')}</Button>
      </div>
    </Page>
  );
}

function ChainPage({ chain, filter, reader }: { chain: Chain; filter: ChainFilter; reader: Reader }) {
  const say = useText(chainText);
  const phone = usePhone();
  const may = useMay();
  const turn = () => filter.set({ view: filter.view === 'map' ? 'table' : undefined });
  useShortcuts({ t: phone ? undefined : turn });
  const opened = chain.segments.find(({ id }) => id === filter.segment);
  return (
    <Page
      title={chain.chain.name}
      finding={<ChainFinding chain={chain} />}
      action={
        <>
          {!phone && (
            <Button icon={<TableOutlined aria-hidden="true" />} onClick={turn} aria-keyshortcuts="t">
              {filter.view === 'map' ? say('asTable') : say('asMap')} <kbd>t</kbd>
            </Button>
          )}
          {!phone && (
            <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => print()}>
              {say('print')}
            </Button>
          )}
          {may('chain.draft') && (
            <AppLink className="zt-button-link" to={`/chains/${chain.chain.id}/edit`}>
              {say('edit')}
            </AppLink>
          )}
          <AppLink className="zt-button-link" to={`/chains/${chain.chain.id}/drill`}>
            {say('drill')}
          </AppLink>
          <AppLink
            className="zt-button-link zt-button-link-primary"
            to={`/chains/${chain.chain.id}/gaps${atIn(chain.kept?.day)}`}
          >
            {say('gapList')}
          </AppLink>
        </>
      }
    >
      {chain.kept && <PastNote kept={chain.kept} />}
      <ChainFacts chain={chain.chain} />
      <ChainControls chain={chain} filter={filter} />
      <ChainLegend segments={chain.segments} filter={filter} isPast={chain.kept !== null} />
      <ChainPicture chain={chain} filter={filter} />
      <ChainLists entries={chain.entries} />
      <PrintFoot reader={reader} demo={chain.chain.demo} />
      {opened && (
        <SegmentDrawer
          key={opened.id}
          chainId={chain.chain.id}
          segment={opened}
          at={filter.at}
          district={filter.district}
          onClose={() => filter.set({ segment: undefined })}
        />
      )}
    </Page>
  );
}

/** The map; its table twin; on a phone the list by tiers. */
function ChainPicture({ chain, filter }: { chain: Chain; filter: ChainFilter }) {
  const say = useText(chainText);
  const phone = usePhone();
  const segments = chain.segments.filter((segment) => isShown(segment, filter));
  const open = (segment: string) => filter.set({ segment });
  const isPart = segments.length < chain.segments.length;
  if (segments.length === 0)
    return <EmptyFiltered onClear={() => filter.set({ tier: undefined, class: undefined, district: undefined })} />;
  const rows = { segments, links: chain.links, all: chain.segments, onOpen: open };
  return (
    <>
      {isPart && (
        <p className="zt-ink-2" role="status">
          {say('shownOf', { shown: segments.length, total: chain.segments.length })}
        </p>
      )}
      {phone && <TierLists {...rows} />}
      {!phone && filter.view === 'table' && <SegmentTable {...rows} />}
      {!phone && filter.view === 'map' && <ChainDrawing name={chain.chain.name} opened={filter.segment} {...rows} />}
    </>
  );
}
