import { Checkbox } from 'antd';
import { RefusedError } from '#platform/api';
import { useText } from '#platform/text';
import { peopleText } from './people-text.ts';

interface NamesakeCheckProps {
  /** what the server last said */
  readonly error: unknown;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
}

/** Shown once the server has found namesakes: an administrator is named only with the word that it is another person. */
export function NamesakeCheck({ error, checked, onCheck }: NamesakeCheckProps) {
  const say = useText(peopleText);
  const asked = error instanceof RefusedError && error.code === 'directory.administrator-namesake';
  if (!asked && !checked) return null;
  return (
    <Checkbox checked={checked} onChange={(event) => onCheck(event.target.checked)}>
      {say('anotherPerson')}
    </Checkbox>
  );
}
