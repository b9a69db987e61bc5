import { useQueryClient } from '@tanstack/react-query';
import { listGapTargets, listTargets, nameTarget, registerTarget } from '@zhitong/contract/investment/target-contract';
import { App, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { useAddress, useGo } from '#platform/address';
import { isRefused, refresh, useAsk, useDo } from '#platform/query';
import { randomKey } from '#platform/random-key';
import { useText } from '#platform/text';
import { ErrorSummary } from '#ui/error-summary';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
import { Answered, Refused, Trouble } from '#ui/states';
import { bodyOf, firstFields, heldOf, problemsOf, refusedField, type TargetFields } from './target-fields.ts';
import { TargetForm } from './target-form.tsx';
import { HeldTarget } from './target-held.tsx';
import { targetText } from './target-text.ts';
import './investment.css';

type Subject = z.output<typeof nameTarget.reply>;

/** Other pages lead here with `?gap=…&organisation=…`: what they name stands in the form already. */
export function NewTarget() {
  const say = useText(targetText);
  const address = useAddress();
  const [gap, organisation] = [address.get('gap'), idOf(address.get('organisation'))];
  const asked = useAsk(nameTarget, { query: { ...(gap && { gap }), ...(organisation && { organisation }) } });
  return (
    <Page title={say('newTitle')} finding={say('newFinding')}>
      <Answered asked={asked} rows={6}>
        {(subject) => (
          <Begun
            key={`${gap} ${organisation}`}
            subject={subject}
            lost={{
              gap: gap !== undefined && subject.gap === null,
              firm: address.get('organisation') !== undefined && subject.firm === null,
            }}
          />
        )}
      </Answered>
    </Page>
  );
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const idOf = (text: string | undefined) => (text && uuid.test(text) ? text : undefined);

interface BegunProps {
  readonly subject: Subject;
  /** what the address named and nobody knows */
  readonly lost: { readonly gap: boolean; readonly firm: boolean };
}

function Begun({ subject, lost }: BegunProps) {
  const say = useText(targetText);
  const { gap, firm, here } = subject;
  const [fields, setFields] = useState(() =>
    firstFields(firm?.organisationId && !here ? { id: firm.organisationId, name: firm.name } : null),
  );
  const [tried, setTried] = useState(false);
  const saving = useSaving(gap?.id);
  const problems = problemsOf(fields);
  const refused = refusedField(saving.error);
  const known = fields.which === 'known' && fields.firm?.id === firm?.organisationId ? subject.held : undefined;
  const held = heldOf(saving.error) ?? known;
  const told = Object.entries(tried ? problems : {}).map(([field, problem]) => [field, say(problem)] as const);
  const change = (next: Partial<TargetFields>) => {
    setFields({ ...fields, ...next });
    // a sentence about what stood there before no longer holds
    saving.forget();
  };
  const send = (insist: string | null) => {
    setTried(true);
    if (Object.keys(problems).length === 0) saving.save(fields, insist);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(null);
  };
  return (
    <form className="zt-target-form" onSubmit={submit} noValidate>
      <p className="zt-ink-2">
        <MixedText>
          {gap ? say('forGap', { product: gap.product.name, chain: gap.chain.name }) : say('forNoGap')}
        </MixedText>
      </p>
      {lost.gap && <Refused sentence={say('badGap')} />}
      {lost.firm && <Refused sentence={say('badFirm')} />}
      {here && firm && <Refused sentence={say('here', { name: firm.name })} />}
      {saving.error && !refused && !heldOf(saving.error) && <Trouble error={saving.error} />}
      {tried && <ErrorSummary problems={told.map(([, sentence]) => sentence)} />}
      {held && <HeldTarget key={held.id} held={held} busy={saving.busy} onInsist={send} />}
      <TargetForm
        {...{ fields }}
        wrong={{ ...(refused && { [refused.field]: refused.sentence }), ...Object.fromEntries(told) }}
        onChange={change}
      />
      <Button type="primary" size="large" htmlType="submit" loading={saving.busy}>
        {say('save')}
      </Button>
    </form>
  );
}

/** One key a form: a second press can never make a second target. */
function useSaving(gap: string | undefined) {
  const say = useText(targetText);
  const client = useQueryClient();
  const go = useGo();
  const { message } = App.useApp();
  const [idempotencyKey, setKey] = useState(randomKey);
  const registering = useDo(registerTarget);
  const save = (fields: TargetFields, insist: string | null) =>
    registering.mutate(
      { body: bodyOf(fields, { gap, insist, idempotencyKey }) },
      {
        onError: (error) => {
          // what was sent under this key is another firm: the next press is a new one
          if (isRefused(error) && error.code === 'targets.key-used') setKey(randomKey());
        },
        onSuccess: ({ id, number }) => {
          refresh(client, listTargets, listGapTargets);
          void message.success(say('saved', { number }));
          go(`/targets/${id}`);
        },
      },
    );
  return { save, error: registering.error, busy: registering.isPending, forget: () => registering.reset() };
}
