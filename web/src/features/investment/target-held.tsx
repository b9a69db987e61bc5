import { enterTarget } from '@zhitong/contract/investment/target-step-contract';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useGo } from '#platform/address';
import { useDo } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Field } from '#ui/field';
import { MixedText } from '#ui/mixed-text';
import { Trouble } from '#ui/states';
import { targetText } from './target-text.ts';

interface HeldProps {
  readonly held: { readonly id: string; readonly sentence: string };
  readonly busy: boolean;
  readonly onInsist: (reason: string) => void;
}

/** Somebody has this firm already: join what stands there, or say why it is kept twice. */
export function HeldTarget({ held, busy, onInsist }: HeldProps) {
  const say = useText(targetText);
  const go = useGo();
  const { message } = App.useApp();
  const entering = useDo(enterTarget);
  const [reason, setReason] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const join = () =>
    entering.mutate(
      { params: { id: held.id }, body: {} },
      {
        onSuccess: () => {
          void message.success(say('joined'));
          go(`/targets/${held.id}`);
        },
      },
    );
  const insist = () => {
    setTried(true);
    if (reason?.trim()) onInsist(reason.trim());
  };
  return (
    <section className="zt-card zt-padded zt-target-held" aria-label={say('heldTitle')} role="alert">
      <p>
        <MixedText>{held.sentence}</MixedText>
      </p>
      {entering.error && <Trouble error={entering.error} />}
      <div className="zt-target-actions">
        <Button type="primary" onClick={join} loading={entering.isPending}>
          {say('join')}
        </Button>
        <AppLink className="zt-button-link" to={`/targets/${held.id}`}>
          {say('openIt')}
        </AppLink>
        {reason === null && <Button onClick={() => setReason('')}>{say('insist')}</Button>}
      </div>
      {reason !== null && (
        <>
          <Field
            label={say('insistReason')}
            hint={say('insistHint')}
            error={tried && reason.trim() === '' ? say('needReason') : undefined}
          >
            {(field) => <Input {...field} value={reason} onChange={({ target }) => setReason(target.value)} />}
          </Field>
          <Button onClick={insist} loading={busy}>
            {say('insist')}
          </Button>
        </>
      )}
    </section>
  );
}
