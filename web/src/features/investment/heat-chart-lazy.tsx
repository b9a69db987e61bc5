import { ScatterChart } from 'echarts/charts';
import { AriaComponent, GeoComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useMemo, useRef } from 'react';
import { stillQuery, useMedia } from '#platform/media';
import { type ChartArea, type ChartColours, type Drawing, focusMark, marksOf, regionsOf } from './heat-chart-option.ts';
import { colourReader } from './heat-colours.ts';
import type { DrawnMap } from './heat-drawn-map.ts';

echarts.use([ScatterChart, GeoComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

export interface HeatChartProps {
  readonly map: DrawnMap;
  readonly areas: readonly ChartArea[];
  readonly focus: string | undefined;
  readonly zoom: number;
  /** said to whoever cannot see it */
  readonly label: string;
  readonly theme: string;
  readonly firmsWord: (count: number) => string;
  readonly noData: string;
  readonly onChoose: (code: string) => void;
  /** hands out a way to a picture of the map */
  readonly onReady: (picture: () => string) => void;
}

/** The map on a canvas. Everything on it stands in the list beside it, where the keyboard is. */
export function HeatChart({
  map,
  areas,
  focus,
  zoom,
  label,
  theme,
  firmsWord,
  noData,
  onChoose,
  onReady,
}: HeatChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts>(undefined);
  const still = useMedia(stillQuery);
  const shape = useMemo(
    () => ({ areas, codes: map.codes, colours: coloursFor(map, theme), firmsWord, noData }),
    [areas, map, theme, firmsWord, noData],
  );
  const drawing = useMemo(() => ({ ...shape, focus }), [shape, focus]);
  // what the listeners of the chart read: they are set once, and what they speak of changes
  const now = useRef({ drawing, onChoose, onReady });
  now.current = { drawing, onChoose, onReady };
  useEffect(() => {
    if (box.current === null) return;
    const drawn = echarts.init(box.current, null, { renderer: 'canvas' });
    chart.current = drawn;
    drawn.on('click', ({ name }) => {
      if (name !== '') now.current.onChoose(name);
    });
    drawn.on('georoam', () => drawn.setOption({ series: seriesOf(now.current.drawing, drawn) }));
    drawn.on('finished', () => box.current?.setAttribute('data-drawn', 'true'));
    now.current.onReady(() => drawn.getDataURL({ pixelRatio: 2, backgroundColor: '#ffffff' }));
    const watch = new ResizeObserver(() => {
      drawn.resize();
      drawn.setOption({ series: seriesOf(now.current.drawing, drawn) });
    });
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      drawn.dispose();
      chart.current = undefined;
    };
  }, []);
  useEffect(() => {
    echarts.registerMap(map.name, structuredClone(map.geoJson) as MapSource);
    chart.current?.setOption(frameOf(shape, { map, label, still }), { notMerge: true });
  }, [map, shape, label, still]);
  useEffect(() => {
    const drawn = chart.current;
    drawn?.setOption({ geo: { regions: regionsOf(drawing), zoom, ...(zoom === 1 && { center: null }) } });
    // the counts stand where the map does now
    drawn?.setOption({ series: seriesOf(drawing, drawn) });
  }, [drawing, zoom]);
  return <div ref={box} className="zt-heat-canvas" role="img" aria-label={label} data-focus={focus ?? ''} />;
}

/** Around the points of the own city there is nothing to colour. */
function coloursFor({ name }: DrawnMap, theme: string): ChartColours {
  const colours = colourReader(theme);
  return name === 'home' ? { ...colours, hatch: colours.card } : colours;
}

type MapSource = Parameters<typeof echarts.registerMap>[1];

type Option = Record<string, unknown>;
type Shape = Omit<Drawing, 'focus'>;

interface Frame {
  readonly map: DrawnMap;
  readonly label: string;
  readonly still: boolean;
}

function frameOf(shape: Shape, { map, label, still }: Frame): Option {
  const { colours, areas, firmsWord, noData } = shape;
  const known = new Map(areas.map((area) => [area.code, area]));
  const names = new Map(map.names);
  const tip = (code: string) => {
    const area = known.get(code);
    return area ? `${area.name} · ${firmsWord(area.firms)}` : `${names.get(code) ?? code} · ${noData}`;
  };
  return {
    animation: !still,
    textStyle: { fontFamily: colours.font },
    aria: { enabled: true, label: { description: label } },
    // an HTML tooltip writes style attributes, which the content security policy forbids
    tooltip: { renderMode: 'richText', confine: true },
    geo: {
      ...{ map: map.name, nameProperty: 'code', roam: 'move', scaleLimit: { min: 1, max: 12 } },
      ...{ left: 8, right: 8, top: 8, bottom: 8, preserveAspect: 'contain', selectedMode: false },
      itemStyle: { areaColor: colours.hatch, borderColor: colours.border, borderWidth: 0.5 },
      emphasis: { label: { show: false }, itemStyle: { areaColor: 'inherit', borderWidth: 1.5 } },
      tooltip: { show: true, formatter: ({ name }: { readonly name: string }) => tip(name) },
    },
    series: [],
  };
}

function seriesOf(drawing: Drawing, drawn: echarts.ECharts): Option[] {
  const toPixel = (at: readonly [number, number]) => {
    const found = drawn.convertToPixel('geo', [...at]);
    return Array.isArray(found) && found.length === 2 ? ([found[0] ?? 0, found[1] ?? 0] as const) : undefined;
  };
  const common = {
    ...{ type: 'scatter', coordinateSystem: 'geo', animation: false },
    label: { show: true, fontSize: 12 },
    tooltip: { formatter: ({ data }: { readonly data: { readonly tip: string } }) => data.tip },
  };
  return [
    { ...common, id: 'counts', z: 5, data: marksOf(drawing, toPixel) },
    { ...common, id: 'focus', z: 6, silent: true, data: focusMark(drawing) },
  ];
}
