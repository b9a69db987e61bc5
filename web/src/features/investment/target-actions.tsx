import { targetStatusWords } from '@zhitong/domain/investment/target-stage';
import { Button } from 'antd';
import { useAddress } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDeadline } from '#platform/format-date';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { GiveDrawer, LossDrawer } from './target-drawers.tsx';
import { TargetLight } from './target-light.tsx';
import type { TargetPage } from './target-page.ts';
import { targetPageText } from './target-page-text.ts';
import { EnterButton } from './target-people.tsx';
import { StepDrawer } from './target-step-drawer.tsx';

/** What is next, and the buttons that the table of stages allows: what may not be done is absent. */
export function TargetActions({ found }: { found: TargetPage }) {
  const say = useText(targetPageText);
  const language = useLanguage();
  const minute = useMinute();
  const { target, can } = found;
  const ended = target.light === 'done';
  const nextWords = () => {
    if (ended) return say('over');
    if (!target.next || !target.due) return say('nextNone');
    return say('nextIs', { next: target.next, day: formatDeadline(target.due, minute, language) });
  };
  return (
    <section className="zt-card zt-padded zt-section" aria-labelledby="what">
      <h2 id="what">{say('what')}</h2>
      <p>
        <MixedText>{nextWords()}</MixedText>
      </p>
      {!ended && <TargetLight target={target} dayMinutes={found.dayMinutes} />}
      {can.change && <Buttons found={found} />}
      {can.enter && <p className="zt-ink-2">{say('notYours', { body: target.owner.body.name })}</p>}
      {can.enter && <EnterButton id={target.id} />}
      <Opened found={found} />
    </section>
  );
}

function Buttons({ found: { can, officers } }: { found: TargetPage }) {
  const say = useText(targetPageText);
  const language = useLanguage();
  const address = useAddress();
  const open = (what: string) => address.set({ do: what });
  const [first, ...others] = can.on;
  return (
    <div className="zt-target-actions">
      {first && (
        <Button type="primary" onClick={() => open(first)}>
          {say('toStage', { stage: targetStatusWords[first][language] })}
        </Button>
      )}
      {others.map((stage) => (
        <Button key={stage} onClick={() => open(stage)}>
          {say('toStage', { stage: targetStatusWords[stage][language] })}
        </Button>
      ))}
      {can.same && <Button onClick={() => open('same')}>{say('same')}</Button>}
      {can.back.length > 0 && <Button onClick={() => open('back')}>{say('backTo')}</Button>}
      {officers.length > 0 && <Button onClick={() => open('give')}>{say('give')}</Button>}
      <Button onClick={() => open('lose')}>{say('lose')}</Button>
    </div>
  );
}

/** The open form is part of the address. */
function Opened({ found }: { found: TargetPage }) {
  const address = useAddress();
  const { can } = found;
  const asked = address.get('do');
  const close = () => address.set({ do: undefined }, 'quietly');
  if (!can.change || asked === undefined) return null;
  if (asked === 'lose') return <LossDrawer found={found} onClose={close} />;
  if (asked === 'give') return <GiveDrawer found={found} onClose={close} />;
  const stage = can.on.find((one) => one === asked);
  if (asked === 'back' && can.back.length > 0) return <StepDrawer found={found} way="back" onClose={close} />;
  return stage || asked === 'same' ? (
    <StepDrawer key={asked} found={found} way="on" stage={stage} onClose={close} />
  ) : null;
}
