import { type FactLevel, factLevels } from '@zhitong/domain/directory/organisation-fact';
import { Input } from 'antd';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { controlId, type FormProblem, type RefusedField, refusalAt } from './organisation-problem.ts';
import { levelWords, organisationText } from './organisation-text.ts';

/** Why, since when and from where: what is kept beside a change. */
export interface ChangeReason {
  readonly why: string;
  readonly effective: string;
  readonly source: string;
  readonly asOf: string;
  readonly level: FactLevel;
}

export const noReason: ChangeReason = { why: '', effective: '', source: '', asOf: '', level: 'self-declared' };

/** What is verified names by what it was. */
export function lacksSource({ level, source }: ChangeReason, bureau: boolean): boolean {
  return bureau && level === 'verified' && source.trim() === '';
}

interface OriginProps {
  readonly reason: ChangeReason;
  readonly onChange: (reason: ChangeReason) => void;
  readonly bureau: boolean;
  readonly isNew: boolean;
  readonly problems: readonly FormProblem[];
  readonly refused?: RefusedField | undefined;
}

export function OrganisationOriginFields({ reason, onChange, bureau, isNew, problems, refused }: OriginProps) {
  const say = useText(organisationText);
  const set = (changed: Partial<ChangeReason>) => onChange({ ...reason, ...changed });
  return (
    <>
      {!isNew && (
        <>
          <Field label={say('why')} hint={say('whyHint')}>
            {(field) => (
              <Input
                {...field}
                value={reason.why}
                maxLength={300}
                onChange={(event) => set({ why: event.target.value })}
              />
            )}
          </Field>
          <Field
            name={controlId('effective')}
            label={say('effective')}
            hint={say('effectiveHint')}
            error={refusalAt(refused, 'effective')}
          >
            {({ id }) => <DateField id={id} value={reason.effective} onChange={(effective) => set({ effective })} />}
          </Field>
        </>
      )}
      {bureau && (
        <>
          <Field
            name={controlId('source')}
            label={say('source')}
            hint={say('sourceHint')}
            error={problems.includes('needSource') ? say('needSource') : refusalAt(refused, 'source')}
          >
            {(field) => (
              <Input
                {...field}
                value={reason.source}
                maxLength={120}
                onChange={(event) => set({ source: event.target.value })}
              />
            )}
          </Field>
          <Field label={say('asOf')}>
            {({ id }) => <DateField id={id} value={reason.asOf} onChange={(asOf) => set({ asOf })} />}
          </Field>
          <ChoiceRow
            label={say('level')}
            value={reason.level}
            choices={factLevels.map((level) => ({ value: level, word: say(levelWords[level]) }))}
            onChoose={(level) => set({ level })}
          />
        </>
      )}
    </>
  );
}

/** Only what was filled in is told. */
export function toldReason({ why, effective, source, asOf, level }: ChangeReason, bureau: boolean) {
  return {
    ...(why.trim() && { why: why.trim() }),
    ...(effective && { effective }),
    ...(bureau && source.trim() && { source: source.trim() }),
    ...(bureau && asOf && { asOf }),
    ...(bureau && { level }),
  };
}
