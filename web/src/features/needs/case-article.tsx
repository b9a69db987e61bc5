import { useQueryClient } from '@tanstack/react-query';
import { articleFromCase, listArticles } from '@zhitong/contract/needs/article-contract';
import type { CaseDetail } from '@zhitong/contract/needs/case-contract';
import { Button } from 'antd';
import { useGo } from '#platform/address';
import { useMay } from '#platform/may';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Trouble } from '#ui/states';
import { articleText } from './article-text.ts';
import { useOwnOrganisation } from './own-organisation.ts';

const answered: readonly CaseDetail['status'][] = ['answered', 'solved', 'unsolved'];

/** One press makes a draft of what was answered; the author edits it on its own page. */
export function CaseArticle({ shown }: { shown: CaseDetail }) {
  const say = useText(articleText);
  const go = useGo();
  const client = useQueryClient();
  const may = useMay();
  const own = useOwnOrganisation();
  const making = useDo(articleFromCase);
  if (!may('article.write') || own !== shown.lead.id || !answered.includes(shown.status)) return null;
  const make = () =>
    making.mutate(
      { params: { id: shown.id } },
      {
        onSuccess: ({ article }) => {
          refresh(client, listArticles);
          go(`/articles/${article.id}`);
        },
      },
    );
  return (
    <section className="zt-card zt-padded">
      <Button loading={making.isPending} onClick={make}>
        {say('make')}
      </Button>
      <p className="zt-meta">{say('makeHint')}</p>
      {making.error && <Trouble error={making.error} />}
    </section>
  );
}
