import type { ClaimRow } from '@zhitong/contract/directory/claim-contract';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { ClaimMarks } from './claim-history.tsx';
import { claimText } from './claim-text.ts';

interface ListProps {
  readonly rows: readonly ClaimRow[];
  readonly opened: string | undefined;
  readonly onOpen: (id: string) => void;
}

export function ReviewList({ rows, opened, onOpen }: ListProps) {
  const say = useText(claimText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <ul className="zt-card zt-review-list" aria-label={say('reviewTitle')}>
      {rows.map((row) => (
        <li key={row.id}>
          <button
            type="button"
            className="zt-review-row"
            aria-current={row.id === opened}
            onClick={() => onOpen(row.id)}
          >
            <span>
              <strong>
                <MixedText>{row.firm.name}</MixedText>
              </strong>
            </span>
            <span className="zt-ink-2">
              <MixedText>
                {`${row.claimant.name} · ${row.claimant.organisation?.name ?? say('unemployed')} · ${formatInstant(row.changedAt, minute, language)}`}
              </MixedText>
            </span>
            <ClaimMarks claim={row} />
          </button>
        </li>
      ))}
    </ul>
  );
}
