import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useSettled } from '#platform/debounce';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (value: string) => void;
}

const pause = 300;

/** Filters while typing, once the words have stood still for a moment. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [words, setWords] = useState(value);
  const settled = useSettled(words, pause);
  useEffect(() => setWords(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value from outside must not search again
  useEffect(() => {
    if (settled !== value && settled === words) onSearch(settled);
  }, [settled]);
  return (
    <Input
      allowClear
      aria-label={label}
      placeholder={label}
      prefix={<SearchOutlined aria-hidden="true" />}
      value={words}
      maxLength={100}
      onChange={(event) => setWords(event.target.value)}
    />
  );
}
