import type { Claim, ClaimRow } from '@zhitong/contract/directory/claim-contract';
import { claimReturnWords } from '@zhitong/domain/directory/claim-return';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useText } from '#platform/text';
import { claimText } from './claim-text.ts';

/** `等待审核 · 有材料 · 争议` */
export function ClaimMarks({ claim }: { claim: Pick<ClaimRow, 'status' | 'level' | 'contest'> }) {
  const say = useText(claimText);
  return (
    <span className="zt-claim-marks">
      <strong>{say(`status.${claim.status}`)}</strong>
      <span>{say(`level.${claim.level}`)}</span>
      {claim.contest && <span className="zt-claim-contest">{say('contest')}</span>}
    </span>
  );
}

/** Why it came back, in the words of the table and of the bureau. */
export function ReturnReason({ returned }: { returned: NonNullable<ClaimRow['returned']> }) {
  const say = useText(claimText);
  const language = useLanguage();
  const { code, words } = returned;
  const reason = code ? claimReturnWords[code][language] : '';
  return (
    <>
      {say('returnedFor', { reason })}
      {words && <span lang="zh">{language === 'zh' ? `。${words}` : ` · ${words}`}</span>}
    </>
  );
}

export function ClaimHistory({ claim }: { claim: Claim }) {
  const say = useText(claimText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <section>
      <h2>{say('history')}</h2>
      <ol className="zt-claim-history">
        {claim.actions.map((action, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: actions are only ever added at the end
          <li key={place}>
            <p>
              <strong>{say(`did.${action.kind}`, { by: action.by || say('bureau') })}</strong>
              {action.files > 0 && <span> {say('withFiles', { count: action.files })}</span>}
              <span className="zt-meta"> {formatInstant(action.at, minute, language)}</span>
            </p>
            {action.kind === 'returned' && (
              <p>
                <ReturnReason returned={action} />
              </p>
            )}
            {action.kind !== 'returned' && action.words && <p lang="zh">{action.words}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
