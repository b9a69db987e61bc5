import type { HeatAreaReply, HeatReply } from '@zhitong/contract/investment/heat-contract';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { formatCount } from '#platform/format-number';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { type Column, DataTable } from '#ui/data-table';
import { useHeatView } from './heat-address.ts';
import { heatText } from './heat-text.ts';

interface HeatAreasProps {
  readonly areas: readonly HeatAreaReply[];
  readonly level: HeatReply['level'];
  readonly onFocus: (area: string) => void;
}

/** The map as a table: every area with its count, most firms first; an area opens its firms. */
export function HeatAreas({ areas, onFocus }: HeatAreasProps) {
  const say = useText(heatText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const { set } = useHeatView();
  const figure = (key: 'firms' | 'value' | 'unknownWorking', head: string): Column<HeatAreaReply> => ({
    ...{ key, head, align: 'right', cell: (area) => formatCount(area[key], language) },
  });
  const columns: readonly Column<HeatAreaReply>[] = [
    {
      key: 'name',
      head: say('area'),
      cell: ({ code, name, zone }) => (
        <button
          type="button"
          className="zt-heat-area"
          onFocus={() => onFocus(code)}
          onClick={() => set({ area: code, view: undefined, from: undefined })}
        >
          {zone ? `◇ ${name}` : name}
        </button>
      ),
    },
    figure('firms', say('count')),
    figure('value', say('value')),
    figure('unknownWorking', say('unknownWorking')),
    {
      ...{ key: 'date', head: say('date'), oneLine: true },
      cell: ({ asOf }) => (asOf === null ? sayShared('unknown') : formatDate(asOf, language)),
    },
  ];
  return <DataTable label={say('list.areas')} columns={columns} rows={areas} keyOf={({ code }) => code} />;
}
