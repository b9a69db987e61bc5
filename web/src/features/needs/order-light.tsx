import type { OrderRow } from '@zhitong/contract/needs/order-contract';
import { useLanguage } from '#platform/display';
import { formatWorkLeft } from '#platform/time-left';
import { Light } from '#ui/light';

interface OrderLightProps {
  readonly order: Pick<OrderRow, 'light' | 'remainingMinutes'>;
  readonly dayMinutes: number;
}

/** The light of an order with the working time left in its turn; once it is over no time is told. */
export function OrderLight({ order: { light, remainingMinutes }, dayMinutes }: OrderLightProps) {
  const language = useLanguage();
  return (
    <Light
      colour={light}
      {...(remainingMinutes !== null && { words: formatWorkLeft(remainingMinutes, dayMinutes, language) })}
    />
  );
}
