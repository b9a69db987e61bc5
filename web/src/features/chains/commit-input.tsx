import { Input } from 'antd';
import { useState } from 'react';
import { isComposing } from '#platform/composing';

interface CommitInputProps {
  readonly id?: string;
  readonly label?: string;
  readonly value: string;
  readonly longest: number;
  /** empty is not taken: what stood there comes back */
  readonly required?: true;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly onCommit: (value: string) => void;
}

/** Words that count once they are written: on Enter or when the field is left. What comes from outside replaces them. */
export function CommitInput(props: CommitInputProps) {
  const { id, label, value, longest, required, disabled = false, autoFocus = false, onCommit } = props;
  const [written, setWritten] = useState<{ readonly over: string; readonly words: string }>();
  const shown = written?.over === value ? written.words : value;
  const commit = () => {
    const words = shown.trim();
    setWritten(undefined);
    if (words !== value && !(required && words === '')) onCommit(words);
  };
  return (
    <Input
      {...(id !== undefined && { id })}
      {...(label !== undefined && { 'aria-label': label })}
      {...{ value: shown, maxLength: longest, disabled, autoFocus }}
      onChange={({ target }) => setWritten({ over: value, words: target.value })}
      onBlur={commit}
      onPressEnter={(event) => {
        if (!isComposing(event)) commit();
      }}
    />
  );
}
