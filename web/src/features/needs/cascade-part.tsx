import { type Cascade, getCascade, type KeptBack } from '@zhitong/contract/needs/cascade-contract';
import { type CascadeRing, nextRing } from '@zhitong/domain/needs/cascade-ring';
import { holdWords } from '@zhitong/domain/needs/cascade-words';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { Answered } from '#ui/states';
import { CascadeReceiptPart } from './cascade-receipt.tsx';
import { CascadeSteering } from './cascade-steering.tsx';
import { CascadeSteps } from './cascade-steps.tsx';
import { cascadeText } from './cascade-text.ts';
import { KeptBackPart } from './kept-back.tsx';
import './cascade.css';

/** How far has this need been asked, and what comes next? Of a need that is kept back: why, and what can be done. */
export function CascadePart({ needId }: { needId: string }) {
  const asked = useAsk(getCascade, { params: { id: needId } });
  return (
    <Answered asked={asked} rows={3}>
      {({ cascade, keptBack }) => (
        <>
          {keptBack && isOpen(keptBack) && <KeptBackPart needId={needId} kept={keptBack} />}
          {cascade && <Line needId={needId} cascade={cascade} />}
        </>
      )}
    </Answered>
  );
}

/** A need that was let through is as any other. */
const isOpen = ({ ruling }: KeptBack) => ruling?.ruling !== 'release';

function Line({ needId, cascade }: { needId: string; cascade: Cascade }) {
  const say = useText(cascadeText);
  const [opened, setOpened] = useState<CascadeRing>();
  const step = cascade.steps.find(({ ring }) => ring === opened);
  return (
    <section className="zt-card zt-padded zt-cascade" aria-label={say('title')}>
      <header>
        <h2>{say('title')}</h2>
        <Standing cascade={cascade} />
      </header>
      <CascadeSteps
        steps={cascade.steps}
        opened={opened}
        onOpen={(ring) => setOpened(ring === opened ? undefined : ring)}
      />
      {step?.receipt && <CascadeReceiptPart step={step} receipt={step.receipt} onClose={() => setOpened(undefined)} />}
      <CascadeSteering needId={needId} cascade={cascade} />
    </section>
  );
}

function Standing({ cascade: { state, held, nextDue, ring, urgent } }: { cascade: Cascade }) {
  const say = useText(cascadeText);
  const language = useLanguage();
  const minute = useMinute();
  const sentences: string[] = [];
  if (state === 'held' && held) sentences.push(say('held', { by: held.by, reason: holdWords[held.code][language] }));
  else if (state !== 'held') sentences.push(say(state));
  const next = nextRing(ring);
  if (nextDue) {
    const at = formatInstantExactly(nextDue, minute, language);
    sentences.push(say(`next.${next === undefined || next === 'city' ? 'end' : next}`, { at }));
  }
  if (state === 'running' && !nextDue) sentences.push(say('untilDeadline'));
  if (urgent && state === 'running') sentences.push(say('urgent'));
  return (
    <p className="zt-ink-2">
      <MixedText>{sentences.join(language === 'zh' ? '；' : '; ')}</MixedText>
    </p>
  );
}
