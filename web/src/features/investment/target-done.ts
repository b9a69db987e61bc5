import { useQueryClient } from '@tanstack/react-query';
import { getTarget, listGapTargets, listTargets, viewFunnel } from '@zhitong/contract/investment/target-contract';
import { App } from 'antd';
import { refresh } from '#platform/query';

/** After something was done to a target, or refused: everything that shows it is asked again, what was typed stays until it is done. */
export function useDone(sentence: string, onDone: () => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const again = () => refresh(client, getTarget, listTargets, listGapTargets, viewFunnel);
  return {
    onError: again,
    onSuccess: () => {
      again();
      void message.success(sentence);
      onDone();
    },
  };
}
