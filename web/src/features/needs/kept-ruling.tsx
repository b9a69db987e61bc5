import { useQueryClient } from '@tanstack/react-query';
import { listNeedMatches } from '@zhitong/contract/matching/match-contract';
import { getCascade, listKeptNeeds, ruleOnNeed } from '@zhitong/contract/needs/cascade-contract';
import { getNeed } from '@zhitong/contract/needs/need-contract';
import { App, Button } from 'antd';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Trouble } from '#ui/states';
import { keptText } from './kept-text.ts';

/** The two words of the bureau on a need that is kept back. */
export function KeptRuling({ needId }: { needId: string }) {
  const say = useText(keptText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const ruling = useDo(ruleOnNeed);
  const rule = (word: 'release' | 'keep') =>
    ruling.mutate(
      { params: { id: needId }, body: { ruling: word } },
      {
        onSuccess: ({ matched }) => {
          void message.success(word === 'release' ? say('released', { count: matched }) : say('keptDone'));
          refresh(client, listKeptNeeds, getCascade, getNeed, listNeedMatches);
        },
      },
    );
  return (
    <>
      {ruling.error && <Trouble error={ruling.error} />}
      <p className="zt-actions">
        <Button type="primary" loading={ruling.isPending} onClick={() => rule('release')}>
          {say('release')}
        </Button>
        <Button disabled={ruling.isPending} onClick={() => rule('keep')}>
          {say('keep')}
        </Button>
      </p>
    </>
  );
}
