import type { OfferBody } from '@zhitong/contract/matching/offer-contract';
import { Button, Input, InputNumber } from 'antd';
import { useText } from '#platform/text';
import { offerText } from './offer-text.ts';

type Figure = OfferBody['limits'][number];

interface FigureRowsProps {
  readonly rows: readonly Figure[];
  readonly onChange: (rows: Figure[]) => void;
}

/** What the maker reaches: a name, a range, a unit. One end may stay open. */
export function FigureRows({ rows, onChange }: FigureRowsProps) {
  const say = useText(offerText);
  const change = (place: number, next: Partial<Figure>) =>
    onChange(rows.map((row, at) => (at === place ? { ...row, ...next } : row)));
  return (
    <fieldset className="zt-rows">
      <legend>{say('figures')}</legend>
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are typed into, so their name is no key; order changes only by removal
        <div key={place} className="zt-figure-row">
          <Input
            aria-label={say('figureName')}
            placeholder={say('figureName')}
            value={row.name}
            maxLength={40}
            onChange={(event) => change(place, { name: event.target.value })}
          />
          <InputNumber
            aria-label={say('low')}
            placeholder={say('low')}
            value={row.low ?? null}
            controls={false}
            onChange={(low) => change(place, { low: low ?? undefined })}
          />
          <InputNumber
            aria-label={say('high')}
            placeholder={say('high')}
            value={row.high ?? null}
            controls={false}
            onChange={(high) => change(place, { high: high ?? undefined })}
          />
          <Input
            aria-label={say('unit')}
            placeholder={say('unit')}
            value={row.unit}
            maxLength={20}
            onChange={(event) => change(place, { unit: event.target.value })}
          />
          <Button type="text" onClick={() => onChange(rows.filter((_, at) => at !== place))}>
            {say('remove')}
          </Button>
        </div>
      ))}
      <Button type="dashed" onClick={() => onChange([...rows, { name: '', unit: '' }])}>
        {say('addFigure')}
      </Button>
    </fieldset>
  );
}
