import { getCase } from '@zhitong/contract/needs/case-contract';
import { useEffect } from 'react';
import { CaseInbox } from '#features/needs/case-inbox';
import { useLeadOn, usePathId } from '#platform/address';
import { useAsk } from '#platform/query';
import { Answered, Loading } from '#ui/states';
import { useViewer } from '../viewer-context.tsx';

/** Whoever handles sees the case among the others; the firm that asked is led to the page of its own need. */
export function CasesPage() {
  const { post, bureau } = useViewer();
  const id = usePathId();
  const asks = post.organisation.kind === 'enterprise' || post.organisation.kind === 'alliance';
  return asks && id ? <OwnCase id={id} /> : <CaseInbox bureau={bureau} />;
}

function OwnCase({ id }: { id: string }) {
  const asked = useAsk(getCase, { params: { id } });
  const need = asked.data?.case.need.id;
  const leadOn = useLeadOn();
  useEffect(() => {
    if (need) leadOn(`/needs/${need}`);
  }, [need, leadOn]);
  return <Answered asked={asked}>{() => <Loading />}</Answered>;
}
