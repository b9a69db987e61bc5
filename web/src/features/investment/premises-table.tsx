import type { PremisesRow } from '@zhitong/contract/investment/premises-contract';
import { premisesKindWords, premisesStateWords } from '@zhitong/domain/investment/premises';
import { areaText } from '@zhitong/domain/investment/premises-text';
import { Button } from 'antd';
import { useAddress } from '#platform/address';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { formatAmount } from '#platform/format-number';
import { useMay } from '#platform/may';
import { useText } from '#platform/text';
import { type Column, DataTable } from '#ui/data-table';
import { MixedText } from '#ui/mixed-text';
import { premisesText } from './premises-text.ts';

/** What can be had first, district by district; what is not known says so. */
export function PremisesTable({ premises }: { premises: readonly PremisesRow[] }) {
  const say = useText(premisesText);
  const language = useLanguage();
  const address = useAddress();
  const may = useMay();
  const unknown = <span className="zt-ink-3">{say('unknown')}</span>;
  const none = <span className="zt-ink-3">{say('none')}</span>;
  const figure = (value: number | null) => (value === null ? unknown : formatAmount(value, language));
  const ofPlant = (row: PremisesRow, value: number | null) => (row.kind === 'land' ? none : figure(value));
  const actions: Column<PremisesRow> = {
    ...{ key: 'actions', head: say('actions'), phone: 'wide' },
    cell: ({ id, mine }) => mine && <Button onClick={() => address.set({ edit: id })}>{say('edit')}</Button>,
  };
  const columns: readonly Column<PremisesRow>[] = [
    { key: 'name', head: say('name'), cell: (row) => <Name row={row} /> },
    { key: 'district', head: say('district'), cell: ({ region }) => <MixedText>{region.name}</MixedText> },
    { key: 'state', head: say('state'), cell: ({ state }) => premisesStateWords[state][language] },
    {
      ...{ key: 'area', head: say('area'), align: 'right', oneLine: true },
      cell: ({ area }) => (area ? areaText(area, language) : unknown),
    },
    { key: 'power', head: say('power'), oneLine: true, cell: (row) => <Power row={row} /> },
    { key: 'water', head: say('water'), align: 'right', cell: ({ water }) => figure(water) },
    { key: 'load', head: say('floorLoad'), align: 'right', cell: (row) => ofPlant(row, row.floorLoad) },
    {
      ...{ key: 'exhaust', head: say('exhaust') },
      cell: (row) => (row.kind === 'land' ? none : <Exhaust exhaust={row.exhaust} />),
    },
    { key: 'source', head: say('source'), cell: (row) => <Source row={row} /> },
    ...(may('premises.change') ? [actions] : []),
  ];
  return <DataTable label={say('title')} columns={columns} rows={premises} keyOf={({ id }) => id} />;
}

function Name({ row: { name, kind, note } }: { row: PremisesRow }) {
  const language = useLanguage();
  return (
    <>
      <MixedText>{name}</MixedText>
      <span className="zt-meta zt-target-below">
        <span>{premisesKindWords[kind][language]}</span>
        {note && (
          <span>
            <MixedText>{note}</MixedText>
          </span>
        )}
      </span>
    </>
  );
}

function Power({ row: { powerKv, powerKw } }: { row: PremisesRow }) {
  const say = useText(premisesText);
  const language = useLanguage();
  const parts = [
    powerKv !== null && `${formatAmount(powerKv, language)} kV`,
    powerKw !== null && `${formatAmount(powerKw, language)} kW`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? <span className="zt-ink-3">{say('unknown')}</span> : parts.join(' · ');
}

function Exhaust({ exhaust }: Pick<PremisesRow, 'exhaust'>) {
  const say = useText(premisesText);
  if (exhaust === null) return <span className="zt-ink-3">{say('exhaust.unknown')}</span>;
  return say(exhaust ? 'exhaust.yes' : 'exhaust.no');
}

function Source({ row: { source, asOf, body } }: { row: PremisesRow }) {
  const language = useLanguage();
  return (
    <>
      <MixedText>{source}</MixedText>
      <span className="zt-meta zt-target-below">
        <span>
          <MixedText>{body.name}</MixedText>
        </span>
        <span>{formatDate(asOf, language)}</span>
      </span>
    </>
  );
}
