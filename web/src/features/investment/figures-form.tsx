import { type Area, type AreaUnit, areaUnits, type Measure } from '@zhitong/domain/investment/premises';
import { InputNumber, Select } from 'antd';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { premisesText } from './premises-text.ts';

/** What is measured of land and plants; null: not said, not known. */
export interface Figures extends Readonly<Record<Measure, number | null>> {
  readonly amount: number | null;
  readonly unit: AreaUnit;
}

interface Said extends Readonly<Record<Measure, number | null>> {
  readonly area: Area | null;
}

export function figuresOf(said: Said | null | undefined): Figures {
  return {
    ...{ amount: said?.area?.amount ?? null, unit: said?.area?.unit ?? 'mu', powerKv: said?.powerKv ?? null },
    ...{ powerKw: said?.powerKw ?? null, water: said?.water ?? null, floorLoad: said?.floorLoad ?? null },
  };
}

export function areaOf({ amount, unit }: Figures): Area | null {
  return amount === null ? null : { amount, unit };
}

interface FiguresFormProps {
  readonly figures: Figures;
  /** land carries no load of its own */
  readonly withoutLoad?: boolean;
  readonly onChange: (next: Partial<Figures>) => void;
}

export function FiguresForm({ figures, withoutLoad = false, onChange }: FiguresFormProps) {
  const say = useText(premisesText);
  const measures = (['powerKv', 'powerKw', 'water', 'floorLoad'] as const).filter(
    (name) => !(withoutLoad && name === 'floorLoad'),
  );
  return (
    <>
      <div className="zt-target-pair">
        <Field label={say('area')}>
          {(field) => (
            <InputNumber
              {...{ ...field, value: figures.amount, controls: false }}
              onChange={(amount) => onChange({ amount })}
            />
          )}
        </Field>
        <Field label={say('unit')}>
          {(field) => (
            <Select
              {...field}
              value={figures.unit}
              options={areaUnits.map((value) => ({ value, label: say(value) }))}
              onChange={(unit) => onChange({ unit })}
            />
          )}
        </Field>
      </div>
      {measures.map((name) => (
        <Field key={name} label={say(name)}>
          {(field) => (
            <InputNumber
              {...{ ...field, value: figures[name], controls: false }}
              onChange={(value) => onChange({ [name]: value })}
            />
          )}
        </Field>
      ))}
    </>
  );
}
