import type { DuplicateRow, DuplicateSide } from '@zhitong/contract/directory/duplicate-contract';
import { Button } from 'antd';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatCreditCode } from '#platform/format-credit-code';
import { formatInstant } from '#platform/format-date';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { duplicateText } from './duplicate-text.ts';

interface PairProps {
  readonly pair: DuplicateRow;
  readonly busy: boolean;
  readonly onAnswer: (answer: 'same' | 'different' | 'later') => void;
}

/** Two records side by side, what speaks for and against, and the three answers. */
export function DuplicatePair({ pair, busy, onAnswer }: PairProps) {
  const say = useText(duplicateText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <article className="zt-card zt-pair">
      <h2>{say(`verdict.${pair.verdict}`)}</h2>
      <SideBySide a={pair.a} b={pair.b} />
      <DuplicateReasons reasons={pair.reasons} />
      {pair.answeredBy && pair.answeredAt && (
        <p className="zt-meta">
          {say(pair.saidOther ? 'saidOther' : 'answered', {
            name: pair.answeredBy,
            time: formatInstant(pair.answeredAt, minute, language),
          })}
        </p>
      )}
      <div className="zt-pair-answers">
        <Button type="primary" disabled={busy} onClick={() => onAnswer('same')}>
          {say('same')}
        </Button>
        <Button disabled={busy} onClick={() => onAnswer('different')}>
          {say('different')}
        </Button>
        <Button disabled={busy} onClick={() => onAnswer('later')}>
          {say('later')}
        </Button>
      </div>
    </article>
  );
}

function SideBySide({ a, b }: { a: DuplicateSide; b: DuplicateSide }) {
  const say = useText(duplicateText);
  const code = (value: string | null) => (value === null ? null : formatCreditCode(value));
  const rows = [
    ['shortName', a.shortName, b.shortName],
    ['creditCode', code(a.creditCode), code(b.creditCode)],
    ['region', a.region, b.region],
    ['address', a.address, b.address],
    ['source', a.source, b.source],
    ['offers', String(a.offers), String(b.offers)],
  ] as const;
  return (
    <table className="zt-table zt-side-by-side">
      <thead>
        <tr>
          <th scope="col">{say('name')}</th>
          {[a, b].map(({ id, name }) => (
            <th key={id} scope="col" lang="zh">
              <AppLink to={`/organisations/${id}`}>{name}</AppLink>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([word, one, other]) => (
          <tr key={word} className={one === other ? undefined : 'zt-differs'}>
            <th scope="row">{say(word)}</th>
            <td lang="zh">{one ?? say('unknown')}</td>
            <td lang="zh">{other ?? say('unknown')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DuplicateReasons({ reasons }: { reasons: DuplicateRow['reasons'] }) {
  const say = useText(duplicateText);
  return (
    <ul className="zt-pair-reasons" aria-label={say('why')}>
      {reasons.map(({ text, speaks }) => (
        <li key={text}>
          <span aria-hidden="true">{speaks === 'against' ? '✕' : '✓'}</span>{' '}
          <span className="zt-only-read">{say(speaks === 'against' ? 'against' : 'for')}：</span>
          {text}
        </li>
      ))}
    </ul>
  );
}
