import {
  exportHeatPicture,
  type getBaseMap,
  getBoundaries,
  type HeatReply,
} from '@zhitong/contract/investment/heat-contract';
import { Button } from 'antd';
import { Component, lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { useDisplay, useLanguage } from '#platform/display';
import { useMay } from '#platform/may';
import { useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Refused, Trouble } from '#ui/states';
import { useHeatView } from './heat-address.ts';
import type { ChartArea } from './heat-chart-option.ts';
import { drawnMap } from './heat-drawn-map.ts';
import { HeatLegend } from './heat-legend.tsx';
import { heatText } from './heat-text.ts';

const HeatChart = lazy(() => import('./heat-chart-lazy.tsx').then(({ HeatChart: Chart }) => ({ default: Chart })));

type BaseMap = z.output<typeof getBaseMap.reply>;

interface HeatMapPanelProps {
  readonly found: HeatReply;
  readonly base: BaseMap;
  readonly focus: string | undefined;
  readonly title: string;
  readonly finding: string;
}

/** The map with what has to stand beside it: whether the base map is approved, unit, days, number, and the ways out of the house. */
export function HeatMapPanel(props: HeatMapPanelProps) {
  const { found, base, title } = props;
  const say = useText(heatText);
  const picture = useRef<() => string>(undefined);
  return (
    <section className="zt-heat-panel" aria-label={say('map')} data-approved={base.approved !== null}>
      {base.approved === null && <p className="zt-heat-unapproved">{say('unapproved')}</p>}
      <MapFailure sentence={say('notDrawn')}>
        <DrawnHeat {...props} onReady={(ready) => (picture.current = ready)} />
      </MapFailure>
      <HeatLegend found={found} base={base} />
      <MapExports title={title} pictureOf={() => picture.current?.()} />
      <p className="zt-heat-not-printed">{base.approved === null && say('notPrinted')}</p>
    </section>
  );
}

interface DrawnHeatProps extends HeatMapPanelProps {
  readonly onReady: (picture: () => string) => void;
}

function DrawnHeat({ found, base, focus, finding, onReady }: DrawnHeatProps) {
  const say = useText(heatText);
  const language = useLanguage();
  const { set } = useHeatView();
  const [zoom, setZoom] = useState(1);
  const { theme } = useDisplay();
  const [boundaries, failed] = useBoundaries(base.approved !== null, found.level);
  const map = useMemo(
    () =>
      boundaries === undefined
        ? undefined
        : drawnMap(boundaries, { level: found.level, home: base.city, approved: base.approved !== null }),
    [boundaries, found.level, base],
  );
  const areas = useMemo(() => (map ? chartAreas(found, base, map.middles) : []), [map, found, base]);
  const firmsWord = useMemo(
    () => (count: number) => (language === 'zh' ? `${count} 家` : `${count} firms`),
    [language],
  );
  if (failed) return <Refused sentence={say('boundariesFailed')} />;
  const [first] = found.areas;
  const label = first ? say('mapLabel', { finding, first: first.name, count: first.firms }) : finding;
  return (
    <>
      <div className="zt-heat-drawn">
        {map && (
          <Suspense fallback={<p className="zt-meta">{say('drawing')}</p>}>
            <HeatChart
              {...{ map, areas, focus, zoom, label, theme, firmsWord, noData: say('noData'), onReady }}
              onChoose={(code) => set({ area: code, from: undefined })}
            />
          </Suspense>
        )}
        {!map && <p className="zt-meta">{say('drawing')}</p>}
      </div>
      <div className="zt-heat-zoom">
        <Button onClick={() => setZoom((now) => Math.min(12, now * 1.6))}>{say('zoomIn')}</Button>
        <Button disabled={zoom === 1} onClick={() => setZoom((now) => Math.max(1, now / 1.6))}>
          {say('zoomOut')}
        </Button>
        <Button disabled={zoom === 1} onClick={() => setZoom(1)}>
          {say('whole')}
        </Button>
      </div>
    </>
  );
}

/** The operator's approved map, or the boundaries that come with the product. */
function useBoundaries(approved: boolean, level: HeatReply['level']): [unknown, boolean] {
  const asked = useAsk(getBoundaries, {}, { enabled: approved, worded: false });
  const [own, setOwn] = useState<{ readonly level: string; readonly boundaries: unknown }>();
  const [failed, setFailed] = useState(false);
  const drawn = level === 'province' ? 'province' : 'city';
  useEffect(() => {
    let left = false;
    if (approved) return;
    import('./heat-boundaries-lazy.ts')
      .then(({ boundariesOf }) => left || setOwn({ level: drawn, boundaries: boundariesOf(drawn) }))
      .catch(() => left || setFailed(true));
    return () => {
      left = true;
    };
  }, [approved, drawn]);
  if (approved) return [asked.data, asked.error !== null];
  return [own?.level === drawn ? own.boundaries : undefined, failed];
}

/** Districts have no boundary: all of them are points, with nought where no firm is known. */
function chartAreas(
  { areas, level }: HeatReply,
  { districts }: BaseMap,
  middles: ReadonlyMap<string, readonly [number, number]>,
): ChartArea[] {
  if (level !== 'district')
    return areas.map(({ code, name, firms, longitude, latitude }) => ({
      ...{ code, name, firms, mark: 'area' },
      at: middles.get(code) ?? (longitude === null || latitude === null ? null : [longitude, latitude]),
    }));
  return districts.map(({ code, name, longitude, latitude, zone }) => ({
    ...{ code, name, firms: areas.find((area) => area.code === code)?.firms ?? 0 },
    ...{ at: [longitude, latitude], mark: zone ? 'zone' : 'county' },
  }));
}

interface MapExportsProps {
  readonly title: string;
  readonly pictureOf: () => string | undefined;
}

/** Asked of the server: without an approved base map it refuses, and says so in place. */
function MapExports({ title, pictureOf }: MapExportsProps) {
  const say = useText(heatText);
  const may = useMay();
  const exporting = useDo(exportHeatPicture);
  if (!may('heat.export')) return null;
  const leave = (as: 'picture' | 'print') =>
    exporting.mutate(
      { body: { title, as } },
      {
        onSuccess: ({ number }) => {
          if (as === 'print') return window.print();
          download(pictureOf(), `${title} ${number}.png`);
        },
      },
    );
  return (
    <div className="zt-heat-exports">
      <Button onClick={() => leave('picture')}>{say('exportMap')}</Button>
      <Button onClick={() => leave('print')}>{say('printMap')}</Button>
      {exporting.error && <Trouble error={exporting.error} />}
    </div>
  );
}

function download(address: string | undefined, name: string): void {
  if (address === undefined) return;
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}

/** A map that cannot be drawn (no canvas, a broken file) takes nothing else with it. */
class MapFailure extends Component<{ readonly sentence: string; readonly children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Refused sentence={this.props.sentence} /> : this.props.children;
  }
}
