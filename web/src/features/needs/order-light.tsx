import type { OrderRow } from '@zhitong/contract/needs/order-contract';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { formatWorkLeft } from '#platform/time-left';
import { Light } from '#ui/light';
import { MixedText } from '#ui/mixed-text';
import { orderText } from './order-text.ts';

interface OrderLightProps {
  readonly order: Pick<OrderRow, 'light' | 'late' | 'remainingMinutes'>;
  readonly dayMinutes: number;
}

/** The light of an order with the working time left in its turn, and who is late with it; once it is over no time is told. */
export function OrderLight({ order: { light, late, remainingMinutes }, dayMinutes }: OrderLightProps) {
  const say = useText(orderText);
  const language = useLanguage();
  const told = remainingMinutes !== null && (late === null || light === 'red');
  return (
    <>
      <Light colour={light} {...(told && { words: formatWorkLeft(remainingMinutes, dayMinutes, language) })} />
      {late && (
        <span className="zt-meta zt-order-late">
          <MixedText>{say('late', { who: late.name })}</MixedText>
        </span>
      )}
    </>
  );
}
