import { useQueryClient } from '@tanstack/react-query';
import { listNeedMatches } from '@zhitong/contract/matching/match-contract';
import { type Cascade, getCascade, steerCascade } from '@zhitong/contract/needs/cascade-contract';
import { getNeed } from '@zhitong/contract/needs/need-contract';
import { nextRing } from '@zhitong/domain/needs/cascade-ring';
import { holdCodes, holdWords, widenCodes, widenWords } from '@zhitong/domain/needs/cascade-words';
import { App, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '#platform/display';
import { refresh, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { Refused, Trouble } from '#ui/states';
import { cascadeText } from './cascade-text.ts';

/** Whoever does not leave it to the time: widen, hold or let go on, each with its reason. */
export function CascadeSteering({ needId, cascade }: { needId: string; cascade: Cascade }) {
  const say = useText(cascadeText);
  const sayShared = useText(sharedText);
  const [asking, setAsking] = useState<'widen' | 'hold'>();
  const { steering, steer } = useSteering(needId, () => setAsking(undefined));
  const { allowed } = cascade;
  const next = nextRing(cascade.ring);
  if (allowed.length === 0) return null;
  return (
    <div className="zt-cascade-steering">
      {steering.error && <Trouble error={steering.error} />}
      {asking && (
        <ReasonForm
          key={asking}
          action={asking}
          isPending={steering.isPending}
          onSend={steer}
          onCancel={() => setAsking(undefined)}
        />
      )}
      {!asking && (
        <p className="zt-actions">
          {allowed.includes('widen') && next && (
            <Button onClick={() => setAsking('widen')}>{say('widen', { ring: sayShared(`tier.${next}`) })}</Button>
          )}
          {allowed.includes('hold') && <Button onClick={() => setAsking('hold')}>{say('hold')}</Button>}
          {allowed.includes('release') && (
            <Button loading={steering.isPending} onClick={() => steer({ action: 'release' })}>
              {say('release')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

type Steering = Parameters<ReturnType<typeof useSteering>['steer']>[0];

function useSteering(needId: string, onDone: () => void) {
  const say = useText(cascadeText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const steering = useDo(steerCascade);
  const steer = (body: Parameters<typeof steering.mutate>[0]['body']) =>
    steering.mutate(
      { params: { id: needId }, body },
      {
        onSuccess: ({ added }) => {
          onDone();
          refresh(client, getCascade, getNeed, listNeedMatches);
          const widened = added > 0 ? say('widened', { count: added }) : say('widenedNone');
          const words = { widen: widened, hold: say('heldDone'), release: say('released') };
          void message.success(words[body.action]);
        },
      },
    );
  return { steering, steer };
}

interface ReasonFormProps {
  readonly action: 'widen' | 'hold';
  readonly isPending: boolean;
  readonly onSend: (body: Steering) => void;
  readonly onCancel: () => void;
}

function ReasonForm({ action, isPending, onSend, onCancel }: ReasonFormProps) {
  const say = useText(cascadeText);
  const language = useLanguage();
  const [code, setCode] = useState<string>();
  const [tried, setTried] = useState(false);
  const choices =
    action === 'widen'
      ? widenCodes.map((value) => ({ value: value as string, word: widenWords[value][language] }))
      : holdCodes.map((value) => ({ value: value as string, word: holdWords[value][language] }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const widening = widenCodes.find((one) => one === code);
    const holding = holdCodes.find((one) => one === code);
    if (action === 'widen' && widening) onSend({ action, reason: widening });
    if (action === 'hold' && holding) onSend({ action, reason: holding });
  };
  return (
    <form onSubmit={send} noValidate>
      <ChoiceRow
        label={say(action === 'widen' ? 'why' : 'whyHold')}
        value={code}
        choices={choices}
        onChoose={setCode}
      />
      {tried && code === undefined && <Refused sentence={say('noReason')} />}
      <p className="zt-actions">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {say('sure')}
        </Button>
        <Button onClick={onCancel}>{say('cancel')}</Button>
      </p>
    </form>
  );
}
