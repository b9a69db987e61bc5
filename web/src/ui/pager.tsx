import { Button } from 'antd';
import { useLanguage } from '#platform/display';
import { formatCount } from '#platform/format-number';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';

interface PagerProps {
  readonly total: number;
  readonly offset: number;
  readonly size: number;
  readonly onMove: (offset: number) => void;
}

/** Which rows of how many, and the way to the next ones; silent when all rows are there. */
export function Pager({ total, offset, size, onMove }: PagerProps) {
  const say = useText(sharedText);
  const language = useLanguage();
  if (total <= size && offset === 0) return null;
  const count = (value: number) => formatCount(value, language);
  return (
    <nav className="zt-pager">
      <span className="zt-ink-2 zt-figures">
        {say('pageOf', { from: count(offset + 1), to: count(Math.min(offset + size, total)), total: count(total) })}
      </span>
      <Button disabled={offset === 0} onClick={() => onMove(Math.max(0, offset - size))}>
        {say('previous')}
      </Button>
      <Button disabled={offset + size >= total} onClick={() => onMove(offset + size)}>
        {say('next')}
      </Button>
    </nav>
  );
}
