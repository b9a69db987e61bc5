import type { Opportunity } from '@zhitong/contract/matching/opportunity-contract';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { formatNeedSubject } from '#platform/format-need';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { TierPips } from '#ui/tier';
import { OpportunityLight } from './opportunity-light.tsx';
import { opportunityText } from './opportunity-text.ts';
import { VerdictCounts } from './verdicts.tsx';

interface OpportunityRowProps {
  readonly row: Opportunity;
  readonly current: boolean;
  readonly onOpen: () => void;
}

/** One line of the inbox: what, who, how far, how well it fits, until when. */
export function OpportunityRow({ row, current, onOpen }: OpportunityRowProps) {
  const say = useText(opportunityText);
  const language = useLanguage();
  const minute = useMinute();
  const fresh = row.state === 'new' && row.seenAt === null;
  return (
    <li>
      <button type="button" className="zt-card zt-opportunity-row" aria-current={current || undefined} onClick={onOpen}>
        <span className="zt-opportunity-title">
          {fresh && <span className="zt-new">{say('state.new')}</span>}
          <strong>
            <MixedText>{formatNeedSubject(row.need, language)}</MixedText>
          </strong>
          {row.state !== 'new' && <span className="zt-ink-2">{say(`state.${row.state}`)}</span>}
        </span>
        <span className="zt-ink-2" lang="zh">
          {row.buyer.name}
        </span>
        <span className="zt-opportunity-facts">
          <TierPips tier={row.tier} />
          <VerdictCounts reasons={row.reasons} />
        </span>
        <span className="zt-opportunity-facts">
          <OpportunityLight row={row} />
          <span className="zt-meta">{formatInstant(row.createdAt, minute, language)}</span>
        </span>
      </button>
    </li>
  );
}
