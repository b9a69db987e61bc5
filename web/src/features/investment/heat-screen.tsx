import { getBaseMap, getHeatMap, type HeatReply } from '@zhitong/contract/investment/heat-contract';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { usePhone } from '#platform/media';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { ExportLink } from '#ui/export-link';
import { Page } from '#ui/page';
import { Answered, Empty, Refused } from '#ui/states';
import { type HeatView, heatQueryOf, isAsked, useHeatView } from './heat-address.ts';
import { HeatAreas } from './heat-area-table.tsx';
import { HeatChooser } from './heat-chooser.tsx';
import { HeatFilters } from './heat-filters.tsx';
import { HeatFirms } from './heat-firms.tsx';
import { HeatMapPanel } from './heat-map-panel.tsx';
import { HeatSheet } from './heat-sheet.tsx';
import { heatText } from './heat-text.ts';
import './heat.css';

/** Who elsewhere would close this gap, and why they? */
export function HeatScreen() {
  const say = useText(heatText);
  const { view } = useHeatView();
  return isAsked(view) ? (
    <AskedHeat view={view} />
  ) : (
    <Page title={say('title')} finding={say('chooseFirst')}>
      <HeatChooser chainOf={undefined} />
    </Page>
  );
}

function AskedHeat({ view }: { readonly view: HeatView }) {
  const say = useText(heatText);
  const asked = useAsk(getHeatMap, { query: heatQueryOf(view) });
  const chain = asked.data?.question.chain?.id ?? view.chain;
  return (
    <Answered asked={asked} rows={12}>
      {(found) => (
        <Page title={titleOf(found, say)} finding={findingOf(found, say)} action={<Exports view={view} />}>
          <Choices>
            <HeatChooser chainOf={chain} />
            <HeatFilters found={found} />
          </Choices>
          {found.total === 0 ? <Nobody found={found} /> : <Found key={found.level} found={found} view={view} />}
        </Page>
      )}
    </Answered>
  );
}

/** On a phone the list comes first: what can be chosen is folded. */
function Choices({ children }: { readonly children: ReactNode }) {
  const say = useText(heatText);
  const phone = usePhone();
  if (!phone) return children;
  return (
    <details className="zt-heat-choices">
      <summary>{say('choices')}</summary>
      <div>{children}</div>
    </details>
  );
}

type SayHeat = ReturnType<typeof useText<typeof heatText.zh>>;

function titleOf({ question: { product, chain, firm } }: HeatReply, say: SayHeat): string {
  return say('titleOf', { about: product?.name ?? firm?.name ?? chain?.name ?? say('title') });
}

function findingOf({ level, total, areas, here }: HeatReply, say: SayHeat): string {
  if (level === 'district') return say('findingDistrict', { here, areas: areas.length });
  return say('finding', { total, areas: areas.length, here, level: say(`unit.${level}`) });
}

function Exports({ view }: { readonly view: HeatView }) {
  const { offset: _offset, limit: _limit, ...query } = heatQueryOf(view);
  return <ExportLink list={getHeatMap} query={query} />;
}

/** Nobody is known: said with the day of the data, and no empty map. */
function Nobody({ found: { level, asOf } }: { readonly found: HeatReply }) {
  const say = useText(heatText);
  const language = useLanguage();
  if (level === 'district') return <Empty sentence={say('nobodyHere')} />;
  return <Empty sentence={say('nobody', { date: formatDate(asOf, language) })} />;
}

function Found({ found, view }: { readonly found: HeatReply; readonly view: HeatView }) {
  const phone = usePhone();
  const base = useAsk(getBaseMap, {});
  const [focus, setFocus] = useState<string>();
  const say = useText(heatText);
  const shown = focus ?? found.firms[0]?.area?.code;
  const map = base.data ? (
    <HeatMapPanel
      found={found}
      base={base.data}
      focus={shown}
      title={titleOf(found, say)}
      finding={findingOf(found, say)}
    />
  ) : (
    base.error !== null && <Refused sentence={say('boundariesFailed')} />
  );
  const list =
    view.view === 'areas' ? (
      <HeatAreas areas={found.areas} level={found.level} onFocus={setFocus} />
    ) : (
      <HeatFirms found={found} offset={view.offset} onFocus={setFocus} />
    );
  return phone ? (
    <>
      <HeatSheet>{map}</HeatSheet>
      {list}
    </>
  ) : (
    <div className="zt-heat-beside">
      {map || <div className="zt-heat-panel" />}
      <div className="zt-heat-list">{list}</div>
    </div>
  );
}
