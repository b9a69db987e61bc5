import type { BriefReply } from '@zhitong/contract/chains/brief-contract';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useText } from '#platform/text';
import { scrollThere } from './brief-place.ts';
import { briefText } from './brief-text.ts';

type Trend = BriefReply['trend'];

const box = { width: 264, height: 56, pad: 6 } as const;

/** The number of weak links week by week: a line with its figures below; a week of which nothing was kept has none. */
export function BriefTrend({ trend }: { trend: Trend }) {
  const say = useText(briefText);
  const language = useLanguage();
  const known = trend.flatMap(({ weak }) => (weak === null ? [] : [weak]));
  const ends = { before: known.at(0) ?? 0, now: known.at(-1) ?? 0 };
  const [oldest, latest] = [trend.at(0), trend.at(-1)];
  const label = say('trendChart', {
    from: oldest ? formatDate(oldest.at, language) : '',
    to: latest ? formatDate(latest.at, language) : '',
    values: trend.map(({ weak }) => (weak === null ? say('trendUnknown') : String(weak))).join(' '),
  });
  return (
    <section id="trend" ref={scrollThere} aria-label={say('trend')}>
      <h2>{say('trend')}</h2>
      {known.length === 0 ? (
        <p className="zt-meta">{say('trendUnknown')}</p>
      ) : (
        <>
          <p className="zt-figures">
            {known.length === 1
              ? say('trendOne', { now: known.at(-1) ?? 0 })
              : say('trendNow', { ...ends, words: changeWords(say, ends) })}
          </p>
          <svg className="zt-brief-line" viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={label}>
            <polyline points={pointsOf(trend)} fill="none" stroke="currentColor" strokeWidth="2" />
            {dotsOf(trend).map(({ x, y, at }) => (
              <circle key={at} cx={x} cy={y} r="2.5" fill="currentColor" />
            ))}
          </svg>
          <p className="zt-meta zt-figures zt-brief-weeks">
            {trend.map(({ at, weak }) => (
              <span key={at}>{weak ?? '—'}</span>
            ))}
          </p>
        </>
      )}
    </section>
  );
}

/** `少 2 个`: in which way a number of weak links has changed. */
export function changeWords(
  say: ReturnType<typeof useText<typeof briefText.zh>>,
  { before, now }: { before: number; now: number },
): string {
  if (now === before) return say('same');
  return say(now < before ? 'fewer' : 'more', { count: Math.abs(now - before) });
}

function dotsOf(trend: Trend) {
  const most = Math.max(1, ...trend.map(({ weak }) => weak ?? 0));
  const step = (box.width - 2 * box.pad) / Math.max(1, trend.length - 1);
  return trend.flatMap(({ at, weak }, place) =>
    weak === null
      ? []
      : [{ at, x: box.pad + place * step, y: box.height - box.pad - (weak / most) * (box.height - 2 * box.pad) }],
  );
}

const pointsOf = (trend: Trend): string =>
  dotsOf(trend)
    .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(' ');
