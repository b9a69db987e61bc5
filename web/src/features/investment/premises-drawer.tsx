import { useQueryClient } from '@tanstack/react-query';
import {
  changePremises,
  enterPremises,
  listPremises,
  type PremisesInput,
  type PremisesRow,
} from '@zhitong/contract/investment/premises-contract';
import { getTarget, listTargets } from '@zhitong/contract/investment/target-contract';
import {
  type PremisesKind,
  type PremisesState,
  premisesKinds,
  premisesKindWords,
  premisesStates,
  premisesStateWords,
} from '@zhitong/domain/investment/premises';
import { App, Input, Select } from 'antd';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { isoToday } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { areaOf, type Figures, FiguresForm, figuresOf } from './figures-form.tsx';
import { premisesText } from './premises-text.ts';
import { Shell } from './target-drawers.tsx';

interface PremisesDrawerProps {
  /** the row to change; a new one when absent */
  readonly premises: PremisesRow | undefined;
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  readonly onClose: () => void;
}

interface PremisesFields extends Figures {
  readonly kind: PremisesKind;
  readonly name: string;
  readonly region: string | null;
  readonly state: PremisesState;
  readonly exhaust: 'yes' | 'no' | 'unknown';
  readonly note: string;
  readonly source: string;
  readonly asOf: string;
}
type PremisesProblem = 'needName' | 'needDistrict' | 'needSource' | 'needDate';
type Wrong = Readonly<Partial<Record<keyof PremisesFields, PremisesProblem>>>;

export function PremisesDrawer({ premises, districts, onClose }: PremisesDrawerProps) {
  const say = useText(premisesText);
  const today = isoToday(useMinute());
  const [fields, setFields] = useState(() => firstFields(premises, today));
  const [tried, setTried] = useState(false);
  const saving = useSaving(premises, onClose);
  const wrong = tried ? problemsOf(fields) : {};
  const change = (next: Partial<PremisesFields>) => setFields({ ...fields, ...next });
  const send = () => {
    setTried(true);
    if (Object.keys(problemsOf(fields)).length === 0) saving.save(fields);
  };
  return (
    <Shell
      title={say(premises ? 'editTitle' : 'addTitle')}
      button={say(premises ? 'saveChange' : 'save')}
      busy={saving.busy}
      {...{ onClose, onSend: send }}
    >
      {saving.error && <Trouble error={saving.error} />}
      {tried && <ErrorSummary problems={Object.values(wrong).map((problem) => say(problem))} />}
      <Placed {...{ fields, wrong, districts }} onChange={change} />
      <p className="zt-ink-2">{say('figureHint')}</p>
      <FiguresForm figures={fields} withoutLoad={fields.kind === 'land'} onChange={change} />
      {fields.kind === 'plant' && (
        <Field label={say('exhaust')}>
          {(field) => (
            <Select
              {...field}
              value={fields.exhaust}
              options={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: say(`exhaust.${value}`) }))}
              onChange={(exhaust) => change({ exhaust })}
            />
          )}
        </Field>
      )}
      <Sourced {...{ fields, wrong }} onChange={change} />
    </Shell>
  );
}

interface PartProps {
  readonly fields: PremisesFields;
  readonly wrong: Wrong;
  readonly onChange: (next: Partial<PremisesFields>) => void;
}

function Placed({ fields, wrong, districts, onChange }: PartProps & Pick<PremisesDrawerProps, 'districts'>) {
  const say = useText(premisesText);
  const language = useLanguage();
  return (
    <>
      <Field label={say('name')} error={wrong.name && say(wrong.name)}>
        {(field) => (
          <Input
            {...{ ...field, value: fields.name, maxLength: 60 }}
            onChange={({ target }) => onChange({ name: target.value })}
          />
        )}
      </Field>
      <Field label={say('kind')}>
        {(field) => (
          <Select
            {...field}
            value={fields.kind}
            options={premisesKinds.map((value) => ({ value, label: premisesKindWords[value][language] }))}
            onChange={(kind) => onChange({ kind })}
          />
        )}
      </Field>
      <Field label={say('district')} error={wrong.region && say(wrong.region)}>
        {(field) => (
          <Select
            {...field}
            value={fields.region}
            options={districts.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(region) => onChange({ region })}
          />
        )}
      </Field>
      <Field label={say('state')}>
        {(field) => (
          <Select
            {...field}
            value={fields.state}
            options={premisesStates.map((value) => ({ value, label: premisesStateWords[value][language] }))}
            onChange={(state) => onChange({ state })}
          />
        )}
      </Field>
    </>
  );
}

function Sourced({ fields, wrong, onChange }: PartProps) {
  const say = useText(premisesText);
  return (
    <>
      <Field label={say('source')} error={wrong.source && say(wrong.source)} hint={say('sourceHint')}>
        {(field) => (
          <Input
            {...{ ...field, value: fields.source, maxLength: 100 }}
            onChange={({ target }) => onChange({ source: target.value })}
          />
        )}
      </Field>
      <Field label={say('asOf')} error={wrong.asOf && say(wrong.asOf)} hint={say('asOfHint')}>
        {(field) => <DateField {...field} value={fields.asOf} onChange={(asOf) => onChange({ asOf })} />}
      </Field>
      <Field label={say('note')}>
        {(field) => (
          <Input
            {...{ ...field, value: fields.note, maxLength: 200 }}
            onChange={({ target }) => onChange({ note: target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** Enters or changes; what is changed is the edition that was opened, whatever has come since. */
function useSaving(premises: PremisesRow | undefined, onClose: () => void) {
  const say = useText(premisesText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [opened] = useState(premises);
  const entering = useDo(enterPremises);
  const changing = useDo(changePremises);
  const again = () => refresh(client, listPremises, listTargets, getTarget);
  const told = {
    onError: again,
    onSuccess: () => {
      again();
      void message.success(say(opened ? 'changed' : 'saved'));
      onClose();
    },
  };
  const save = (fields: PremisesFields) => {
    const body = contentOf(fields);
    if (opened) changing.mutate({ params: { id: opened.id }, body: { ...body, seen: opened.edition } }, told);
    else entering.mutate({ body }, told);
  };
  return { save, error: entering.error ?? changing.error, busy: entering.isPending || changing.isPending };
}

function firstFields(premises: PremisesRow | undefined, today: string): PremisesFields {
  const figures = figuresOf(premises);
  if (!premises)
    return {
      ...{ ...figures, kind: 'land', name: '', region: null, state: 'free', exhaust: 'unknown' },
      ...{ note: '', source: '', asOf: today },
    };
  const { kind, name, region, state, exhaust, note, source, asOf } = premises;
  return {
    ...figures,
    kind,
    name,
    region: region.code,
    state,
    exhaust: exhaustWord(exhaust),
    note: note ?? '',
    source,
    asOf,
  };
}

function exhaustWord(exhaust: boolean | null): PremisesFields['exhaust'] {
  if (exhaust === null) return 'unknown';
  return exhaust ? 'yes' : 'no';
}

function problemsOf({ name, region, source, asOf }: PremisesFields): Wrong {
  return {
    ...(name.trim().length < 2 && { name: 'needName' }),
    ...(region === null && { region: 'needDistrict' }),
    ...(source.trim().length < 2 && { source: 'needSource' }),
    ...(asOf === '' && { asOf: 'needDate' }),
  };
}

function contentOf(fields: PremisesFields): PremisesInput {
  const { kind, name, region, state, exhaust, note, source, asOf, powerKv, powerKw, water, floorLoad } = fields;
  const land = kind === 'land';
  const led = { yes: true, no: false, unknown: null } as const;
  return {
    ...{ kind, name: name.trim(), region: region ?? '', state, area: areaOf(fields), powerKv, powerKw, water },
    ...{ floorLoad: land ? null : floorLoad, exhaust: land ? null : led[exhaust] },
    ...{ note: note.trim() || null, source: source.trim(), asOf },
  };
}
