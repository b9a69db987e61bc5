import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';

interface FileButtonProps {
  /** of the field, for its label */
  readonly id: string;
  readonly icon: ReactNode;
  readonly words: string;
  /** how many more may be chosen */
  readonly left: number;
  readonly busy: boolean;
  readonly onChosen: (files: readonly File[]) => void;
}

/** Opens the machine's own choice of files. What is beyond the number is left out; the same file can be chosen again. */
export function FileButton({ id, icon, words, left, busy, onChosen }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        id={id}
        className="zt-only-read"
        type="file"
        multiple
        accept=".pdf,.jpg,.jpeg,.png,.ofd"
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])].slice(0, left);
          event.target.value = '';
          onChosen(chosen);
        }}
      />
      <Button icon={icon} loading={busy} disabled={left <= 0} onClick={() => input.current?.click()}>
        {words}
      </Button>
    </>
  );
}
