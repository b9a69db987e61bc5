import { useQueryClient } from '@tanstack/react-query';
import {
  listNeedMatches,
  type NeedMatch,
  rejectMatch,
  shortlistMatch,
} from '@zhitong/contract/matching/match-contract';
import { getNeed, type Need } from '@zhitong/contract/needs/need-contract';
import { type RejectionCode, rejectionCodes } from '@zhitong/domain/matching/answer';
import { Button, Dropdown } from 'antd';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Trouble } from '#ui/states';
import { ChooseButton } from './choose-dialog.tsx';
import { matchText } from './match-text.ts';

/** Shortlist, decline with a reason, choose: only what the table of the domain allows now. A refusal stands in place. */
export function MatchActions({ need, row }: { need: Need; row: NeedMatch }) {
  const say = useText(matchText);
  const client = useQueryClient();
  const listing = useDo(shortlistMatch);
  const rejecting = useDo(rejectMatch);
  const params = { id: row.match.id };
  const done = () => refresh(client, listNeedMatches, getNeed);
  // the row shows the wish at once; when the server refuses, the wish falls away and the reason stands here
  const wished = listing.isPending ? listing.variables.body.shortlisted : row.match.shortlistedAt !== null;
  const rejected = rejecting.isPending ? rejecting.variables.body.code : row.rejection?.code;
  const reject = (code: RejectionCode) => rejecting.mutate({ params, body: { code } }, { onSuccess: done });
  const items = rejectionCodes.map((code) => ({
    key: code,
    label: say(`reject.${code}`),
    onClick: () => reject(code),
  }));
  const error = listing.error ?? rejecting.error;

  return (
    <div className="zt-match-actions">
      {rejected && <span className="zt-pending-word">{say('rejected', { reason: say(`reject.${rejected}`) })}</span>}
      <ChooseButton need={need} row={row} />
      {!rejected && need.allowed.includes('shortlist') && (
        <Button
          aria-pressed={wished}
          onClick={() => listing.mutate({ params, body: { shortlisted: !wished } }, { onSuccess: done })}
        >
          {wished ? `✓ ${say('shortlisted')}` : say('shortlist')}
        </Button>
      )}
      {/* an open contact means that this one was chosen, and a choice stands */}
      {!rejected && row.contact === undefined && need.allowed.includes('reject') && (
        <Dropdown menu={{ items }} trigger={['click']}>
          <Button>{say('reject')} ▾</Button>
        </Dropdown>
      )}
      {error && <Trouble error={error} />}
    </div>
  );
}
