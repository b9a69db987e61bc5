import { useQueryClient } from '@tanstack/react-query';
import { myPolicies, stateFact } from '@zhitong/contract/needs/policy-contract';
import { App, Button, Input, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { policyText } from './policy-text.ts';

type Missing = z.output<typeof myPolicies.reply>['policies'][number]['missing'][number];

/** The fact that is missing, asked for in place: once stated, it counts for every policy. */
export function PolicyMissing({ missing, firmId }: { missing: Missing; firmId: string | undefined }) {
  const say = useText(policyText);
  if (!missing.own)
    return (
      <p className="zt-policy-missing">
        {say('missing', { name: missing.name })} ·{' '}
        {firmId ? <AppLink to={`/organisations/${firmId}`}>{say('notOwn')}</AppLink> : say('notOwn')}
      </p>
    );
  return <StateForm missing={missing} />;
}

function StateForm({ missing }: { missing: Missing }) {
  const say = useText(policyText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [value, setValue] = useState<number | boolean | undefined>();
  const [tried, setTried] = useState(false);
  const stating = useDo(stateFact);
  const wrong = value === undefined || Number.isNaN(value) || (typeof value === 'number' && value < 0);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong) return;
    stating.mutate(
      { body: { fact: missing.fact, value } },
      {
        onSuccess: () => {
          void message.success(say('filled'));
          refresh(client, myPolicies);
        },
      },
    );
  };
  return (
    <form className="zt-policy-missing" onSubmit={send} noValidate>
      <Field label={say('missing', { name: missing.name })} error={tried && wrong ? say('notNumber') : undefined}>
        {(names) =>
          missing.kind === 'yes' ? (
            <Radio.Group
              {...names}
              value={value}
              onChange={(event) => setValue(event.target.value === true)}
              options={[
                { value: true, label: say('yes') },
                { value: false, label: say('no') },
              ]}
            />
          ) : (
            <Input
              {...names}
              inputMode="decimal"
              placeholder={say('number')}
              onChange={(event) => setValue(readNumber(event.target.value))}
            />
          )
        }
      </Field>
      {stating.error && <Trouble error={stating.error} />}
      <Button htmlType="submit" loading={stating.isPending}>
        {say('fill')}
      </Button>
    </form>
  );
}

/** `1,200` and full-width figures are numbers too; nothing is not. */
function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  return plain === '' ? undefined : Number(plain);
}
