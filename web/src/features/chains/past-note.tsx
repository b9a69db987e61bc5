import { Button } from 'antd';
import { useAddress } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDay } from '#platform/format-date';
import { useText } from '#platform/text';
import { chainText } from './chain-text.ts';

interface KeptDay {
  readonly day: string;
  readonly from: string | null;
}

/** On every screen and paper of a past day: whose classes these are, since when any are kept, and the way back to today. */
export function PastNote({ kept }: { kept: KeptDay }) {
  const say = useText(chainText);
  const language = useLanguage();
  const minute = useMinute();
  const address = useAddress();
  const spoken = (iso: string) => formatDay(iso, minute, language);
  const day = spoken(kept.day);
  return (
    <div className="zt-notice zt-past-note" role="status">
      <p>{sentence()}</p>
      <Button onClick={() => address.set({ at: undefined, segment: undefined, from: undefined })}>
        {say('today')}
      </Button>
    </div>
  );

  function sentence(): string {
    if (kept.from === null) return say('pastNever', { day });
    return isKept(kept) ? say('past', { day }) : say('pastBefore', { day, from: spoken(kept.from) });
  }
}

/** Something was kept before the day was over, on the clock of the city. */
function isKept({ day, from }: KeptDay): boolean {
  return from !== null && Date.parse(from) < Date.parse(`${day}T24:00:00+08:00`);
}

/** `?at=2026-01-15`, behind other questions with `&`; nothing today. */
export function atIn(at: string | undefined, behind: '?' | '&' = '?'): string {
  return at === undefined ? '' : `${behind}at=${at}`;
}
