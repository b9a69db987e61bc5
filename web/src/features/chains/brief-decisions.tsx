import type { BriefDecision } from '@zhitong/contract/chains/brief-contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDay } from '#platform/format-date';
import { formatMoneyCell } from '#platform/format-money';
import { useMay } from '#platform/may';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { scrollThere } from './brief-place.ts';
import { BriefSign } from './brief-sign.tsx';
import { briefText } from './brief-text.ts';

interface BriefDecisionsProps {
  readonly chainId: string;
  readonly decisions: readonly BriefDecision[];
}

/** At most five, each with the body that is stuck; ticked ones are signed together. */
export function BriefDecisions({ chainId, decisions }: BriefDecisionsProps) {
  const say = useText(briefText);
  const maySign = useMay()('order.issue');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [signing, setSigning] = useState(false);
  const chosen = decisions.filter((one) => one.signable && ticked.has(keyOf(one)));
  const tick = (key: string) =>
    setTicked(ticked.has(key) ? new Set([...ticked].filter((one) => one !== key)) : new Set([...ticked, key]));
  return (
    <section id="decisions" ref={scrollThere} aria-label={say('decisions')}>
      <h2>{say('decisions')}</h2>
      {decisions.length === 0 && <p>{say('decisionsNone')}</p>}
      <ol className="zt-brief-decisions">
        {decisions.map((one) => (
          <li key={keyOf(one)}>
            <Decision
              chainId={chainId}
              decision={one}
              tick={maySign && one.signable ? { on: ticked.has(keyOf(one)), turn: () => tick(keyOf(one)) } : null}
            />
          </li>
        ))}
      </ol>
      {maySign && decisions.some(({ signable }) => signable) && (
        <Button
          type="primary"
          className="zt-brief-sign"
          disabled={chosen.length === 0}
          onClick={() => setSigning(true)}
        >
          {say('sign', { count: chosen.length })}
        </Button>
      )}
      {signing && (
        <BriefSign
          chainId={chainId}
          decisions={chosen}
          onClose={() => setSigning(false)}
          onDone={() => {
            setSigning(false);
            setTicked(new Set());
          }}
        />
      )}
    </section>
  );
}

export const keyOf = (one: BriefDecision): string => one.case?.id ?? one.product?.id ?? one.title;

interface DecisionProps {
  readonly chainId: string;
  readonly decision: BriefDecision;
  readonly tick: { readonly on: boolean; readonly turn: () => void } | null;
}

function Decision({ chainId, decision, tick }: DecisionProps) {
  const say = useText(briefText);
  const maySign = useMay()('order.issue');
  const { title, why, draft, signable, fenAYear } = decision;
  const language = useLanguage();
  return (
    <>
      <p className="zt-brief-title">
        {tick && <input type="checkbox" aria-label={say('pick', { title })} checked={tick.on} onChange={tick.turn} />}
        <strong>
          <MixedText>{title}</MixedText>
        </strong>
        <AppLink to={groundsOf(chainId, decision)} label={`${say('grounds')}: ${title}`}>
          {say('grounds')}
        </AppLink>
      </p>
      <p>
        <MixedText>{why}</MixedText> · <Stuck decision={decision} />
        {fenAYear !== null && ` · ${say('waits', { amount: formatMoneyCell(fenAYear, language) })}`}
      </p>
      {draft !== null && signable && (
        <p className="zt-brief-draft">
          <MixedText>{say('draft', { text: draft })}</MixedText>
        </p>
      )}
      {!signable && maySign && <p className="zt-meta">{say('notSignable')}</p>}
    </>
  );
}

function groundsOf(chainId: string, { kind, case: of, product }: BriefDecision): string {
  if (kind === 'case' && of) return `/cases/${of.id}`;
  return product ? `/chains/${chainId}/gaps/${encodeURIComponent(product.id)}` : `/chains/${chainId}/gaps`;
}

function Stuck({ decision: { body, since, days } }: { decision: BriefDecision }) {
  const say = useText(briefText);
  const language = useLanguage();
  const minute = useMinute();
  if (body === null) return say('stuckNobody');
  if (since === null || days === null) return say('stuckNow', { body: body.name });
  const when = say('since', { date: formatDay(since, minute, language) });
  return `${say('stuck', { body: body.name, days })} (${when})`;
}
