import type { CascadeStep } from '@zhitong/contract/needs/cascade-contract';
import type { CascadeRing } from '@zhitong/domain/needs/cascade-ring';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { cascadeText } from './cascade-text.ts';

interface CascadeStepsProps {
  readonly steps: readonly CascadeStep[];
  readonly opened: CascadeRing | undefined;
  readonly onOpen: (ring: CascadeRing) => void;
}

/** The five rings as a line: what was asked, where it stands, when the next ones are asked. A ring with a receipt opens it. */
export function CascadeSteps({ steps, opened, onOpen }: CascadeStepsProps) {
  return (
    <ol className="zt-cascade-steps">
      {steps.map((step) => (
        <li
          key={step.ring}
          className={`zt-cascade-${step.state}`}
          {...(step.state === 'current' && { 'aria-current': 'step' })}
        >
          <Step step={step} isOpened={step.ring === opened} onOpen={() => onOpen(step.ring)} />
        </li>
      ))}
    </ol>
  );
}

function Step({ step, isOpened, onOpen }: { step: CascadeStep; isOpened: boolean; onOpen: () => void }) {
  const say = useText(cascadeText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const minute = useMinute();
  const { ring, state, due, asked, quoted, declined, receipt } = step;
  const name = sayShared(`tier.${ring}`);
  const at = due && formatInstantExactly(due, minute, language);
  return (
    <>
      <strong>{name}</strong>
      <span>{say(`state.${state}`)}</span>
      {at && <span className="zt-meta">{say('due', { at })}</span>}
      {asked > 0 && <span className="zt-figures">{say('asked', { asked, quoted, declined })}</span>}
      {receipt && (
        <button
          type="button"
          className="zt-link-button"
          aria-expanded={isOpened}
          aria-label={say('openReceipt', { ring: name })}
          onClick={onOpen}
        >
          {say('receipt')}
        </button>
      )}
    </>
  );
}
