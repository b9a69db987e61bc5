import type { Claim } from '@zhitong/contract/directory/claim-contract';
import type { addEvidence } from '@zhitong/contract/directory/evidence-contract';
import { Button } from 'antd';
import type { FormEvent } from 'react';
import { useText } from '#platform/text';
import { Trouble } from '#ui/states';
import { ClaimHistory, ClaimMarks } from './claim-history.tsx';
import { PapersFields, usePapers } from './claim-papers.tsx';
import { claimText } from './claim-text.ts';
import { EvidenceList } from './evidence-list.tsx';

interface OwnClaimProps {
  readonly claim: Claim;
  readonly to: typeof addEvidence;
  /** files can be opened again by whoever holds a post */
  readonly canOpen: boolean;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onSupplement: (body: { evidence: string[]; words: string }) => void;
  readonly onWithdraw: () => void;
}

/** One’s own claim: how it stands, what to do next, and what happened. */
export function OwnClaim({ claim, to, canOpen, error, isPending, onSupplement, onWithdraw }: OwnClaimProps) {
  const say = useText(claimText);
  return (
    <div className="zt-card zt-padded zt-claim">
      <p>
        <ClaimMarks claim={claim} />
      </p>
      {claim.contest && claim.status === 'waiting' && <p className="zt-ink-2">{say('contestMine')}</p>}
      {error !== undefined && error !== null && <Trouble error={error} />}
      <h2>{say('files')}</h2>
      {canOpen ? (
        <EvidenceList files={claim.files} purpose="own-check" />
      ) : (
        <p lang="zh">{claim.files.map(({ name }) => name).join('、') || say('filesNone')}</p>
      )}
      <ClaimHistory claim={claim} />
      {claim.allowed.includes('supplemented') && (
        // what was typed stays until the server has taken it
        <Supplement
          key={claim.actions.length}
          {...{ to, isPending, onSupplement }}
          onWithdraw={claim.allowed.includes('withdrawn') ? onWithdraw : undefined}
        />
      )}
    </div>
  );
}

interface SupplementProps extends Pick<OwnClaimProps, 'to' | 'isPending' | 'onSupplement'> {
  readonly onWithdraw: (() => void) | undefined;
}

function Supplement({ to, isPending, onSupplement, onWithdraw }: SupplementProps) {
  const say = useText(claimText);
  const papers = usePapers();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSupplement(papers.body);
  };
  return (
    <form onSubmit={submit} noValidate>
      <h2>{say('supplementTitle')}</h2>
      <PapersFields papers={papers} to={to} />
      <div className="zt-claim-buttons">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={papers.busy}>
          {say('supplement')}
        </Button>
        {onWithdraw && <Button onClick={onWithdraw}>{say('withdraw')}</Button>}
      </div>
    </form>
  );
}
