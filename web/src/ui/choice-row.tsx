import { useId } from 'react';

interface ChoiceRowProps<Value extends string> {
  readonly label: string;
  /** undefined while nothing is taken */
  readonly value: Value | undefined;
  readonly choices: readonly { readonly value: Value; readonly word: string; readonly lang?: 'zh' | 'en' }[];
  readonly onChoose: (value: Value) => void;
}

/** A handful of choices side by side, one of them taken; arrows move as in any radio group. */
export function ChoiceRow<Value extends string>({ label, value, choices, onChoose }: ChoiceRowProps<Value>) {
  const name = useId();
  return (
    <fieldset className="zt-choice-row">
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span {...(choice.lang && { lang: choice.lang })}>{choice.word}</span>
        </label>
      ))}
    </fieldset>
  );
}
