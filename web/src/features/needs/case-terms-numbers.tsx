import { dutyClasses, dutyLists } from '@zhitong/domain/directory/duty';
import type { CaseRung } from '@zhitong/domain/needs/case-light';
import { caseRungs } from '@zhitong/domain/needs/case-light';
import { useText } from '#platform/text';
import { caseTermsText } from './case-terms-text.ts';
import { dayName, type PlainNumber, plainNumbers, rungName } from './case-terms-values.ts';
import { TermsNumberField } from './terms-number-field.tsx';

interface CaseTermsNumbersProps {
  readonly rungs: readonly CaseRung['who'][];
  readonly numbers: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: string) => void;
}

const plain = Object.keys(plainNumbers) as PlainNumber[];
const light = ['yellowMinutes', 'yellowShare'] as const;

/** Every number of the terms, each under its name. */
export function CaseTermsNumbers({ rungs, numbers, onChange }: CaseTermsNumbersProps) {
  const say = useText(caseTermsText);
  const nameOf = useNumberName();
  const one = (name: string) => (
    <TermsNumberField
      key={name}
      label={nameOf(name)}
      value={numbers[name] ?? ''}
      onChange={(value) => onChange(name, value)}
    />
  );
  return (
    <>
      <h3>{say('allowances')}</h3>
      <div className="zt-terms-grid">
        {dutyLists.flatMap((list) => dutyClasses.map((dutyClass) => one(dayName(list, dutyClass))))}
      </div>
      <div className="zt-terms-grid">{[...plain, ...light].map(one)}</div>
      <h3>{say('ladder')}</h3>
      <div className="zt-terms-grid">{rungs.map((who) => one(rungName(who)))}</div>
    </>
  );
}

/** What a number is called, by its name in the form. */
export function useNumberName(): (name: string) => string {
  const say = useText(caseTermsText);
  const named = new Map<string, string>([
    ...dutyLists.flatMap((list) =>
      dutyClasses.map((one): [string, string] => [
        dayName(list, one),
        `${say(`list.${list}`)} · ${say(`class.${one}`)}`,
      ]),
    ),
    ...[...plain, ...light].map((name): [string, string] => [name, say(name)]),
    ...caseRungs.map((who): [string, string] => [rungName(who), say(`rung.${who}`)]),
  ]);
  return (name) => named.get(name) ?? name;
}
