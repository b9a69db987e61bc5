import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '#platform/text';
import { holdingText } from './holding-text.ts';

interface SectionProps {
  readonly title: string;
  /** word of the button and what it does; absent: the reader only reads */
  readonly add?: { readonly word: string; readonly onAdd: () => void } | undefined;
  readonly children: ReactNode;
}

export function HoldingSection({ title, add, children }: SectionProps) {
  return (
    <section className="zt-card zt-padded" aria-label={title}>
      <div className="zt-section-head">
        <h2>{title}</h2>
        {add && (
          <Button size="small" onClick={add.onAdd}>
            {add.word}
          </Button>
        )}
      </div>
      {children}
    </section>
  );
}

interface RowActionsProps {
  readonly name: string;
  readonly onChange?: (() => void) | undefined;
  readonly onEnd: () => void;
  readonly endWord: 'end' | 'leave';
}

/** Change and end of one entry; a screen reader hears of which. */
export function RowActions({ name, onChange, onEnd, endWord }: RowActionsProps) {
  const say = useText(holdingText);
  return (
    <span className="zt-row-actions">
      {onChange && (
        <Button size="small" onClick={onChange} aria-label={`${say('change')} ${name}`}>
          {say('change')}
        </Button>
      )}
      <Button size="small" onClick={onEnd} aria-label={`${say(endWord)} ${name}`}>
        {say(endWord)}
      </Button>
    </span>
  );
}
