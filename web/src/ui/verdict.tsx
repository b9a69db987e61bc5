import type { Verdict } from '@zhitong/domain/matching/reason';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';

/** ✓ met, ✕ not met, ? unknown, · a fact: told by shape and by a word for the screen reader. */
export function VerdictGlyph({ verdict }: { verdict: Verdict }) {
  const say = useText(sharedText);
  return (
    <svg className={`zt-verdict zt-verdict-${verdict}`} viewBox="0 0 16 16" width="14" height="14" role="img">
      <title>{say(`verdict.${verdict}`)}</title>
      <path d={paths[verdict]} />
    </svg>
  );
}

const paths: Record<Verdict, string> = {
  met: 'M2.5 8.6l3.6 3.6 7.4-8.4',
  'not-met': 'M3.2 3.2l9.6 9.6M12.8 3.2l-9.6 9.6',
  unknown: 'M5 5.6a3 3 0 1 1 4.6 2.5c-1 .7-1.6 1.2-1.6 2.4M8 13.6v.1',
  fact: 'M8 8v.1',
};
