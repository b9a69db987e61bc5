import type { TargetAnswer } from '@zhitong/contract/needs/technology-values';
import type { Verdict } from '@zhitong/domain/matching/reason';
import { unitText } from '@zhitong/domain/matching/unit-words';
import { type TargetVerdict, targetVerdictWords } from '@zhitong/domain/needs/target-answer';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { formatAmount } from '#platform/format-number';
import { VerdictGlyph } from '#ui/verdict';
import { RequestFileList } from './request-files.tsx';

const glyphs = { met: 'met', 'not-met': 'not-met', open: 'unknown' } as const satisfies Record<TargetVerdict, Verdict>;

/** What one body says of one target: the verdict in shape and word, the value, and where it is written. */
export function AnswerCell({ item, unit }: { item: TargetAnswer | undefined; unit: string }) {
  const language = useLanguage();
  if (!item) return '—';
  const { verdict, value, evidence, day, file } = item;
  return (
    <span className="zt-answer-cell">
      <span className="zt-answer-verdict">
        <VerdictGlyph verdict={glyphs[verdict]} />
        {targetVerdictWords[verdict][language]}
        {value !== null && (
          <span className="zt-figures">{`${formatAmount(value, language)} ${unitText(unit, language)}`.trim()}</span>
        )}
      </span>
      {evidence && <span lang="zh">{evidence}</span>}
      {day && <span className="zt-ink-2 zt-figures">{formatDate(day, language)}</span>}
      {file && <RequestFileList files={[file]} />}
    </span>
  );
}
