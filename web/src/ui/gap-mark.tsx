import { type GapClass, gapClasses, gapClassWords, notKept } from '@zhitong/domain/chains/gap-class';
import type { ReactNode } from 'react';
import { useLanguage } from '#platform/display';
import { formatCount } from '#platform/format-number';

/** The state of a link of a chain: the shape decides, colour only helps, and the word stands beside it. null: none was kept of a past day. */
export function GapMark({ of, count }: { of: GapClass | null; count?: number }) {
  const language = useLanguage();
  return (
    <span className="zt-gap-mark">
      <GapGlyph of={of} />
      <span>
        {(of === null ? notKept : gapClassWords[of])[language]}
        {count !== undefined && <span className="zt-figures">{` ${formatCount(count, language)}`}</span>}
      </span>
    </span>
  );
}

/** How many links are in which state, worst first; a state nobody is in is left out. */
export function GapCounts({ classes }: { classes: Readonly<Record<GapClass, number>> }) {
  const present = gapClasses.filter((of) => classes[of] > 0);
  return (
    <span className="zt-gap-counts">
      {present.map((of) => (
        <GapMark key={of} of={of} count={classes[of]} />
      ))}
    </span>
  );
}

/** The shape alone, for where its word stands already. */
export function GapGlyph({ of }: { of: GapClass | null }) {
  const shape = of ?? 'not-kept';
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className={`zt-gap-glyph zt-gap-${shape}`}>
      {drawings[shape]}
    </svg>
  );
}

const line = { fill: 'none', strokeWidth: 1.8, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const drawings = {
  missing: <path d="M3 3l10 10M13 3L3 13" {...line} strokeWidth={2.4} />,
  'single-source': (
    <>
      <circle cx="8" cy="8" r="6.6" {...line} />
      <path d="M6.6 6L8.3 4.8v6.6" {...line} />
    </>
  ),
  short: (
    <>
      <rect x="1.8" y="4.5" width="12.4" height="7" {...line} />
      <rect x="1.8" y="4.5" width="5.4" height="7" className="zt-gap-filled" />
    </>
  ),
  'outside-dependent': (
    <>
      <path d="M8.5 3H2.5v10.5H13V8" {...line} />
      <path d="M6.6 9.4L14 2M9.6 1.6h4.8v4.8" {...line} />
    </>
  ),
  fragile: <path d="M6.4 4.6H4.6a3.4 3.4 0 0 0 0 6.8h1M9.6 4.6h1.8a3.4 3.4 0 0 1 0 6.8h-1M9 1.6L7 14.4" {...line} />,
  unknown: (
    <>
      <path d="M5 5.6a3 3 0 1 1 4.4 2.7C8.4 8.8 8 9.3 8 10.4" {...line} strokeWidth={2} />
      <circle cx="8" cy="13.4" r="1.3" className="zt-gap-filled" />
    </>
  ),
  strong: <path d="M2.6 8.6l3.6 3.8 7.2-8.6" {...line} strokeWidth={2.6} />,
  'not-kept': <circle cx="8" cy="8" r="6.2" {...line} strokeDasharray="2 3" />,
} as const satisfies Record<GapClass | 'not-kept', ReactNode>;
