import { useQueryClient } from '@tanstack/react-query';
import { declineAsk, getAsk, listAsks, viewOutcomes } from '@zhitong/contract/needs/funding-contract';
import type { BankAsk } from '@zhitong/contract/needs/funding-values';
import { type FundingDeclineCode, fundingDeclineCodes, fundingDeclineWords } from '@zhitong/domain/needs/funding-codes';
import { App, Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '#platform/display';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { fundingText } from './funding-text.ts';

/** No refusal without a reason and without what would change it. */
export function DeclineForm({ ask }: { ask: BankAsk }) {
  const say = useText(fundingText);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [reason, setReason] = useState<FundingDeclineCode>();
  const [change, setChange] = useState('');
  const [tried, setTried] = useState(false);
  const declining = useDo(declineAsk);
  const problems = [
    ...(reason === undefined ? [say('badReason')] : []),
    ...(change.trim() === '' ? [say('badChange')] : []),
  ];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason === undefined || problems.length > 0) return;
    declining.mutate(
      { params: { id: ask.id }, body: { reason, change } },
      {
        onSuccess: () => {
          void message.success(say('declined'));
          refresh(client, getAsk, listAsks, viewOutcomes);
        },
      },
    );
  };
  return (
    <form className="zt-funding-form" onSubmit={submit} noValidate>
      {declining.error && <Trouble error={declining.error} />}
      {tried && <ErrorSummary problems={problems} />}
      <Field label={say('declineReason')}>
        {(field) => (
          <Select
            {...field}
            {...(reason !== undefined && { value: reason })}
            onChange={setReason}
            options={fundingDeclineCodes.map((value) => ({ value, label: fundingDeclineWords[value][language] }))}
          />
        )}
      </Field>
      <Field label={say('declineChange')} hint={say('declineHint')}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={3}
            value={change}
            maxLength={1_000}
            onChange={(event) => setChange(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={declining.isPending}>
        {say('declineSend')}
      </Button>
    </form>
  );
}
