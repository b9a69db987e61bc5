import { useQueryClient } from '@tanstack/react-query';
import { getCase, needTimeline } from '@zhitong/contract/needs/case-contract';
import { actOnOrder, listCaseOrders, listOrders, type OrderDetail } from '@zhitong/contract/needs/order-contract';
import type { OrderRequest } from '@zhitong/domain/needs/order-action';
import { App } from 'antd';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { orderText } from './order-text.ts';

export interface OrderGiven {
  readonly text?: string;
  readonly promised?: string;
}

/** What somebody does to an order; afterwards, also when it is refused, its page is asked for again. */
export function useOrderDeed({ id, seq }: Pick<OrderDetail, 'id' | 'seq'>, onDone: () => void) {
  const say = useText(orderText);
  const { message } = App.useApp();
  const client = useQueryClient();
  const doing = useDo(actOnOrder);
  const act = (action: OrderRequest, given: OrderGiven = {}) =>
    doing.mutate(
      { params: { id }, body: { action, seen: seq, ...given } },
      {
        onSuccess: () => {
          void message.success(say(`said.${action}`));
          onDone();
        },
        onSettled: () => refresh(client, listCaseOrders, listOrders, getCase, needTimeline),
      },
    );
  return { act, error: doing.error, pending: doing.isPending };
}
