import type { DealStep } from '@zhitong/contract/matching/deal-contract';
import { dealSides } from '@zhitong/domain/matching/deal';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDay } from '#platform/format-date';
import { useText } from '#platform/text';
import { dealText } from './deal-text.ts';

/** `买方 ✓ 11月20日` · `卖方 待确认` */
export function DealSeals({ step }: { step: DealStep }) {
  const say = useText(dealText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <span className="zt-seals">
      {dealSides.map((name) => {
        const seal = step.confirmedBy.find(({ side }) => side === name);
        const side = say(`side.${name}`);
        return (
          <span key={name} className={seal ? 'zt-nowrap' : 'zt-nowrap zt-ink-3'}>
            {seal ? say('sealed', { side, date: formatDay(seal.at, minute, language) }) : say('unsealed', { side })}
          </span>
        );
      })}
    </span>
  );
}
