import { useQueryClient } from '@tanstack/react-query';
import { type BriefDecision, getBrief, listBriefs, signBrief } from '@zhitong/contract/chains/brief-contract';
import { listOrders, listOrderTasks } from '@zhitong/contract/needs/order-contract';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { briefText } from './brief-text.ts';

interface BriefSignProps {
  readonly chainId: string;
  readonly decisions: readonly BriefDecision[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One signature: the tasks it makes with bodies and dates, the words of each; all of them or none. */
export function BriefSign({ chainId, decisions, onClose, onDone }: BriefSignProps) {
  const say = useText(briefText);
  const language = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const signing = useDo(signBrief);
  const tasks = decisions.flatMap((one) => (one.case ? [{ ...one, caseId: one.case.id }] : []));
  const [words, setWords] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(tasks.map(({ caseId, draft }) => [caseId, draft ?? ''])),
  );
  const orders = tasks.map(({ caseId }) => ({ caseId, text: (words[caseId] ?? '').trim() }));
  const sign = () =>
    signing.mutate(
      { params: { id: chainId }, body: { orders } },
      {
        onSuccess: () => {
          void message.success(say('signed', { count: orders.length }));
          onDone();
        },
        onSettled: () => refresh(client, getBrief, listBriefs, listOrders, listOrderTasks),
      },
    );
  return (
    <Modal
      open
      title={say('signTitle')}
      okText={say('signDo', { count: tasks.length })}
      cancelText={say('cancel')}
      okButtonProps={{ loading: signing.isPending, disabled: orders.some(({ text }) => text === '') }}
      onOk={sign}
      onCancel={onClose}
    >
      <p className="zt-meta">{say('signHint')}</p>
      <ol className="zt-brief-tasks">
        {tasks.map(({ caseId, title, body, feedbackBy }) => (
          <li key={caseId}>
            <p className="zt-meta">
              {say('task', {
                body: body?.name ?? say('nobody'),
                date: feedbackBy === null ? say('nobody') : formatDate(feedbackBy, language),
              })}
            </p>
            <Field label={say('words', { title })}>
              {(field) => (
                <Input.TextArea
                  {...field}
                  rows={2}
                  maxLength={500}
                  value={words[caseId]}
                  onChange={(event) => setWords({ ...words, [caseId]: event.target.value })}
                />
              )}
            </Field>
          </li>
        ))}
      </ol>
      {signing.error !== null && <Trouble error={signing.error} />}
    </Modal>
  );
}
