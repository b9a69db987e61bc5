import { useQueryClient } from '@tanstack/react-query';
import {
  type Claim,
  type ClaimRow,
  getClaim,
  listClaims,
  supplementClaim,
  withdrawClaim,
} from '@zhitong/contract/directory/claim-contract';
import { addEvidence } from '@zhitong/contract/directory/evidence-contract';
import { usePathId } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useMay } from '#platform/may';
import { refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { DataTable } from '#ui/data-table';
import { ExportLink } from '#ui/export-link';
import { Page } from '#ui/page';
import { Answered, Empty } from '#ui/states';
import './claim.css';
import { ClaimMarks, ReturnReason } from './claim-history.tsx';
import { OwnClaim } from './claim-own.tsx';
import { claimText } from './claim-text.ts';

/** Which firms did I claim, and how do the claims stand? */
export function Claims() {
  const opened = usePathId();
  return opened ? <OneClaim key={opened} id={opened} /> : <ClaimList />;
}

/** The firms’ own claims; for whoever decides them, those of the city. */
function useTitle(): 'allTitle' | 'mineTitle' {
  return useMay()('claim.decide') ? 'allTitle' : 'mineTitle';
}

function ClaimList() {
  const say = useText(claimText);
  const title = useTitle();
  const asked = useAsk(listClaims, { query: { limit: 100 } });
  const counts = asked.data && { count: asked.data.total, waiting: asked.data.counts.waiting };
  return (
    <Page
      title={say(title)}
      finding={counts && say('mineFinding', counts)}
      action={<ExportLink list={listClaims} query={{}} />}
    >
      <Answered asked={asked}>
        {({ claims }) =>
          claims.length > 0 ? (
            <ClaimTable claims={claims} />
          ) : (
            <Empty
              sentence={say(title === 'allTitle' ? 'allEmpty' : 'mineEmpty')}
              action={<AppLink to="/organisations?kind=enterprise">{say('findFirm')}</AppLink>}
            />
          )
        }
      </Answered>
    </Page>
  );
}

function ClaimTable({ claims }: { claims: readonly ClaimRow[] }) {
  const say = useText(claimText);
  const title = useTitle();
  const language = useLanguage();
  const minute = useMinute();
  return (
    <DataTable
      label={say(title)}
      rows={claims}
      keyOf={({ id }) => id}
      columns={[
        { key: 'firm', head: say('firm'), cell: ({ id, firm }) => <AppLink to={`/claims/${id}`}>{firm.name}</AppLink> },
        {
          key: 'status',
          head: say('status'),
          phone: 'wide',
          cell: (row) => (
            <>
              <ClaimMarks claim={row} />
              {row.returned && (
                <span className="zt-claim-why">
                  <ReturnReason returned={row.returned} />
                </span>
              )}
            </>
          ),
        },
        {
          key: 'changed',
          head: say('changed'),
          oneLine: true,
          cell: ({ changedAt }) => formatInstant(changedAt, minute, language),
        },
      ]}
    />
  );
}

function OneClaim({ id }: { id: string }) {
  const say = useText(claimText);
  const title = useTitle();
  const asked = useAsk(getClaim, { params: { id } });
  return (
    <Answered asked={asked}>
      {(claim) => (
        <Page title={claim.firm.name} finding={<AppLink to="/claims">{say(title)}</AppLink>}>
          <Acting claim={claim} />
        </Page>
      )}
    </Answered>
  );
}

function Acting({ claim }: { claim: Claim }) {
  const client = useQueryClient();
  const supplementing = useDo(supplementClaim);
  const withdrawing = useDo(withdrawClaim);
  const params = { id: claim.id };
  const onSuccess = () => refresh(client, getClaim, listClaims);
  return (
    <OwnClaim
      claim={claim}
      to={addEvidence}
      canOpen
      error={supplementing.error ?? withdrawing.error}
      isPending={supplementing.isPending}
      onSupplement={(body) => supplementing.mutate({ params, body }, { onSuccess })}
      onWithdraw={() => withdrawing.mutate({ params }, { onSuccess })}
    />
  );
}
