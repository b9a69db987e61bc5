import type { NeedMatch } from '@zhitong/contract/matching/match-contract';
import type { Need } from '@zhitong/contract/needs/need-contract';
import { priceText } from '@zhitong/domain/matching/money-text';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { formatShare } from '#platform/format-number';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { TierPips } from '#ui/tier';
import { MatchActions } from './match-actions.tsx';
import { matchText } from './match-text.ts';
import { formatQuoted } from './quoted.ts';
import { ReasonLine, VerdictCounts } from './verdicts.tsx';

interface MatchCardProps {
  readonly need: Need;
  readonly row: NeedMatch;
  readonly rank: number;
  readonly onWhy: () => void;
}

/** One supplier: place, what is met and what is not, its answer, and what the buyer may do now. */
export function MatchCard({ need, row, rank, onWhy }: MatchCardProps) {
  const say = useText(matchText);
  return (
    <li
      className={row.rejection ? 'zt-card zt-match zt-match-out' : 'zt-card zt-match'}
      data-match={row.match.id}
      tabIndex={-1}
    >
      <div className="zt-match-head">
        <span className="zt-rank zt-figures">{rank}</span>
        <h2>
          <AppLink to={`/organisations/${row.organisation.id}`} className="zt-quiet-link">
            {row.organisation.name}
          </AppLink>
        </h2>
        <TierPips tier={row.tier} />
        {row.organisation.region && (
          <span className="zt-ink-2">
            <MixedText>{row.organisation.region}</MixedText>
          </span>
        )}
        <span className="zt-match-score">
          <VerdictCounts reasons={row.reasons} />
          <span className="zt-ink-2 zt-figures">{say('fit', { score: Math.round(row.score) })}</span>
          <button type="button" className="zt-plain-button" onClick={onWhy}>
            {say('why')}
          </button>
        </span>
      </div>
      <ul className="zt-reasons">
        {row.reasons.map((reason) => (
          <li key={reason.code + reason.text}>
            <ReasonLine reason={reason} />
          </li>
        ))}
      </ul>
      <Answer row={row} />
      <div className="zt-match-foot">
        <MatchActions need={need} row={row} />
        <Traces row={row} />
      </div>
    </li>
  );
}

function Answer({ row: { response, contact } }: { row: NeedMatch }) {
  const say = useText(matchText);
  const language = useLanguage();
  if (!response) return null;
  if (response.declined)
    return <p className="zt-answer zt-ink-2">{say('declined', { reason: say(`decline.${response.declined}`) })}</p>;
  return (
    <div className="zt-answer">
      <p>
        <strong className="zt-figures">
          {say('quote', {
            price: priceText(response.priceFen ?? 0, response.unit ?? '', language),
            quantity: formatQuoted(response, language),
            lead: say('leadDays', { days: response.leadDays ?? 0 }),
          })}
        </strong>
      </p>
      {response.note && <p lang="zh">{say('note', { note: response.note })}</p>}
      <p className="zt-ink-2">
        <MixedText>{contact ? say('contact', contact) : say('contactWithheld')}</MixedText>
      </p>
    </div>
  );
}

function Traces({ row: { match, response, record } }: { row: NeedMatch }) {
  const say = useText(matchText);
  const language = useLanguage();
  const minute = useMinute();
  const at = (iso: string) => formatInstant(iso, minute, language);
  return (
    <p className="zt-meta zt-match-traces">
      {record.deliveries > 0
        ? say('record', {
            deliveries: record.deliveries,
            share: formatShare(record.onTime, record.deliveries, language),
          })
        : say('recordNone')}
      {' · '}
      {match.seenAt ? say('seen', { time: at(match.seenAt) }) : say('notSeen')}
      {response && !response.declined && ` · ${say('quoted', { time: at(response.at) })}`}
    </p>
  );
}
