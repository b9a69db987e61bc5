import type { HeatFirm, HeatReply } from '@zhitong/contract/investment/heat-contract';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { formatCount } from '#platform/format-number';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Pager } from '#ui/pager';
import { heatPage, useHeatView } from './heat-address.ts';
import { heatText } from './heat-text.ts';

interface HeatFirmsProps {
  readonly found: HeatReply;
  readonly offset: number;
  /** the area the list stands on */
  readonly onFocus: (area: string | undefined) => void;
}

/** The equal of the map: the same firms in the order of rank, each with why. One Tab stop leads in, ↑↓ move, and the map follows. */
export function HeatFirms({ found, offset, onFocus }: HeatFirmsProps) {
  const say = useText(heatText);
  const { set } = useHeatView();
  const rows = useRef(new Map<number, HTMLElement>());
  const [at, setAt] = useState(0);
  const stop = Math.min(at, found.firms.length - 1);
  const reach = (next: number) => {
    setAt(next);
    onFocus(found.firms[next]?.area?.code);
  };
  const move = (event: KeyboardEvent, from: number) => {
    const next = from + (stepOf[event.key] ?? 0);
    if (event.target !== event.currentTarget || next === from || found.firms[next] === undefined) return;
    event.preventDefault();
    rows.current.get(next)?.focus();
  };
  return (
    <>
      <p className="zt-meta">{say('rules', { rules: found.order })}</p>
      <ol className="zt-heat-firms" start={offset + 1} aria-label={say('firms')}>
        {found.firms.map((firm, place) => (
          <li
            key={firm.organisation.id}
            ref={(row) => void (row === null ? rows.current.delete(place) : rows.current.set(place, row))}
            tabIndex={place === stop ? 0 : -1}
            aria-current={place === stop ? 'true' : undefined}
            onFocus={() => reach(place)}
            onKeyDown={(event) => move(event, place)}
          >
            <FirmRow firm={firm} rank={offset + place + 1} level={found.level} />
          </li>
        ))}
      </ol>
      <Pager
        total={found.total}
        offset={offset}
        size={heatPage}
        onMove={(from) => set({ from: from === 0 ? undefined : String(from) })}
      />
    </>
  );
}

const stepOf: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
/** reasons that are read before the row is opened */
const first = 3;

interface FirmRowProps {
  readonly firm: HeatFirm;
  readonly rank: number;
  readonly level: HeatReply['level'];
}

function FirmRow({ firm, rank, level }: FirmRowProps) {
  const say = useText(heatText);
  const language = useLanguage();
  const { organisation, fit, reasons, asOf, working } = firm;
  const shown = reasons.filter(({ code }) => !placed.has(code)).slice(0, first);
  return (
    <article className="zt-heat-firm">
      <h3>
        <span className="zt-figures">{formatCount(rank, language)}</span>
        <AppLink to={`/organisations/${organisation.id}`}>
          <MixedText>{organisation.name}</MixedText>
        </AppLink>
        <span className={`zt-heat-fit zt-heat-${fit}`}>{say(`fit.${fit}`)}</span>
      </h3>
      <p>
        <MixedText>{shown.map(({ text }) => text).join(' · ')}</MixedText>
      </p>
      <p className="zt-meta">
        <MixedText>{placeOf(firm, level, say)}</MixedText>
        {working === 'unknown' && <span>{say('workingUnknown')}</span>}
        <span>{asOf === null ? say('asOfUnknown') : say('asOf', { date: formatDate(asOf, language) })}</span>
      </p>
      <div className="zt-heat-acts">
        <details>
          <summary>{say('why')}</summary>
          <ul>
            {reasons.map(({ code, text }) => (
              <li key={`${code} ${text}`}>
                <MixedText>{text}</MixedText>
              </li>
            ))}
          </ul>
        </details>
        {level !== 'district' && (
          <AppLink className="zt-button-link" to={targetOf(firm)}>
            {say('add')}
          </AppLink>
        )}
      </div>
    </article>
  );
}

/** reasons the line below says */
const placed: ReadonlySet<HeatFirm['reasons'][number]['code']> = new Set(['distance', 'working-unknown']);

function placeOf({ area, kilometres }: HeatFirm, level: string, say: ReturnType<typeof useText<typeof heatText.zh>>) {
  if (area === null) return say('noPlace');
  return kilometres === null || level === 'district'
    ? say('placeNear', { area: area.name })
    : say('place', { area: area.name, kilometres });
}

function targetOf({ gap, organisation }: HeatFirm): string {
  return `/targets/new?${new URLSearchParams({ ...(gap !== null && { gap }), organisation: organisation.id })}`;
}
