import { listRegions } from '@zhitong/contract/directory/organisation-tree-contract';
import { industries, industryOf } from '@zhitong/domain/directory/industry';
import { organisationKinds } from '@zhitong/domain/directory/organisation';
import { organisationSizes } from '@zhitong/domain/directory/organisation-fact';
import { Checkbox, Input, Select } from 'antd';
import { useLanguage } from '#platform/display';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { directoryText } from './directory-text.ts';
import { DuplicateHints } from './duplicate-hints.tsx';
import { kindWords } from './kind-words.ts';
import type { OrganisationDraft } from './organisation-draft.ts';
import { controlId, type FormProblem, type RefusedField, refusalAt } from './organisation-problem.ts';
import { organisationText } from './organisation-text.ts';
import { OrganisationPick } from './tree-finder.tsx';

interface FormProps {
  readonly draft: OrganisationDraft;
  readonly onChange: (draft: OrganisationDraft) => void;
  /** kind, parent and code are the bureau's; a firm sees them and asks */
  readonly bureau: boolean;
  readonly isNew: boolean;
  readonly problems: readonly FormProblem[];
  readonly refused: RefusedField | undefined;
  readonly not: readonly string[];
  readonly onNot: (ids: readonly string[]) => void;
}

type TextField = 'name' | 'shortName' | 'nameEn' | 'creditCode' | 'registeredAddress' | 'workingAddress' | 'duty';

/** What is registered of an organisation, as fields. */
export function OrganisationForm(props: FormProps) {
  const { draft, onChange, bureau, isNew, problems, refused, not, onNot } = props;
  const say = useText(organisationText);
  const { facts } = draft;
  const set = (changed: Partial<OrganisationDraft['facts']>) => onChange({ ...draft, facts: { ...facts, ...changed } });
  const text = (name: TextField, options: { hint?: string; error?: string | undefined; max: number }) => (
    <Field
      name={controlId(name)}
      label={say(name)}
      hint={options.hint}
      error={options.error ?? refusalAt(refused, name)}
    >
      {(field) => (
        <Input
          {...field}
          value={facts[name] ?? ''}
          maxLength={options.max}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      {text('name', {
        hint: say('nameHint'),
        error: problems.includes('needName') ? say('needName') : undefined,
        max: 120,
      })}
      {isNew && (
        <DuplicateHints {...facts} {...{ not, onNot }} addresses={[facts.registeredAddress, facts.workingAddress]} />
      )}
      {text('shortName', { max: 60 })}
      {text('nameEn', { max: 200 })}
      {bureau && <BureauFields {...props} />}
      {(bureau || isNew) && text('creditCode', { hint: say('creditCodeHint'), max: 60 })}
      <PlaceFields {...props} />
      {text('registeredAddress', { max: 200 })}
      {text('workingAddress', { max: 200 })}
      <Checkbox checked={facts.registeredOnly} onChange={(event) => set({ registeredOnly: event.target.checked })}>
        {say('registeredOnly')}
      </Checkbox>
      {text('duty', { max: 500 })}
      <ContactFields {...props} />
    </>
  );
}

function BureauFields({ draft, onChange, refused }: FormProps) {
  const say = useText(organisationText);
  const sayKind = useText(directoryText);
  return (
    <>
      <Field label={say('kind')}>
        {(field) => (
          <Select
            {...field}
            value={draft.facts.kind}
            onChange={(kind) => onChange({ ...draft, facts: { ...draft.facts, kind } })}
            options={organisationKinds.map((kind) => ({ value: kind, label: sayKind(kindWords[kind]) }))}
          />
        )}
      </Field>
      <Field name={controlId('parent')} label={say('parent')} error={refusalAt(refused, 'parent')}>
        {({ id }) => (
          <OrganisationPick
            id={id}
            label={say('noParent')}
            value={draft.parent}
            onPick={(parent) => onChange({ ...draft, parent })}
          />
        )}
      </Field>
    </>
  );
}

function PlaceFields({ draft, onChange, refused }: FormProps) {
  const say = useText(organisationText);
  const language = useLanguage();
  const regions = useAsk(listRegions, {}, { worded: false });
  const set = (changed: Partial<OrganisationDraft['facts']>) =>
    onChange({ ...draft, facts: { ...draft.facts, ...changed } });
  return (
    <>
      <Field name={controlId('region')} label={say('region')} error={refusalAt(refused, 'region')}>
        {(field) => (
          <Select
            {...field}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.facts.region}
            onChange={(region) => set({ region: region ?? null })}
            options={(regions.data?.regions ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
      </Field>
      <Field name={controlId('industry')} label={say('industry')} error={refusalAt(refused, 'industry')}>
        {(field) => (
          <Select
            {...field}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.facts.industry}
            onChange={(industry) => set({ industry: industry ?? null })}
            options={industryOptions(draft.facts.industry).map((option) => ({
              value: option.code,
              label: `${option.code} ${option.name[language]}`,
            }))}
          />
        )}
      </Field>
      <Field label={say('size')}>
        {(field) => (
          <Select
            {...field}
            allowClear
            value={draft.facts.size}
            onChange={(size) => set({ size: size ?? null })}
            options={organisationSizes.map((size) => ({ value: size, label: <span lang="zh">{size}</span> }))}
          />
        )}
      </Field>
    </>
  );
}

/** Classes have no names here; the one that is registered stays to choose, by the name of its group. */
function industryOptions(present: string | null) {
  const known = present === null || industries.some(({ code }) => code === present);
  return known ? industries : [{ code: present, name: industryOf(present)?.name ?? { zh: '', en: '' } }, ...industries];
}

function ContactFields({ draft, onChange, problems }: FormProps) {
  const say = useText(organisationText);
  const { contact } = draft;
  const error = problems.includes('contactBoth') ? say('contactBoth') : undefined;
  const set = (changed: Partial<OrganisationDraft['contact']>) =>
    onChange({ ...draft, contact: { ...contact, ...changed } });
  return (
    <div className="zt-quote-row">
      <Field name={controlId('contactName')} label={say('contactName')} error={error} hint={say('contactHint')}>
        {(field) => (
          <Input
            {...field}
            value={contact.name}
            maxLength={40}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={say('contactPhone')}>
        {(field) => (
          <Input
            {...field}
            value={contact.phone}
            maxLength={40}
            inputMode="tel"
            onChange={(event) => set({ phone: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
