import type { PreviewMatch } from '@zhitong/contract/matching/match-contract';
import type { Verdict } from '@zhitong/domain/matching/reason';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { VerdictGlyph } from '#ui/verdict';
import { reachText } from './reach-text.ts';

type Reason = PreviewMatch['reasons'][number];

function countOf(reasons: readonly Reason[], verdict: Verdict): number {
  return reasons.filter((reason) => reason.verdict === verdict).length;
}

/** `符合 3 · 未知 1`: outranks the score, because it is what a person decides by. */
export function VerdictCounts({ reasons }: { reasons: readonly Reason[] }) {
  const say = useText(reachText);
  const counts = {
    met: countOf(reasons, 'met'),
    unknown: countOf(reasons, 'unknown'),
    notMet: countOf(reasons, 'not-met'),
  };
  return (
    <strong className="zt-figures zt-nowrap">
      {counts.notMet > 0 ? say('verdicts', counts) : say('verdictsGood', counts)}
    </strong>
  );
}

/** One reason: its glyph, its sentence. */
export function ReasonLine({ reason }: { reason: Reason }) {
  return (
    <span className="zt-reason">
      <VerdictGlyph verdict={reason.verdict} />
      <span>
        <MixedText>{reason.text}</MixedText>
      </span>
    </span>
  );
}
