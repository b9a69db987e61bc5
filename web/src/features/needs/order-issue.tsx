import { useQueryClient } from '@tanstack/react-query';
import { getCase } from '@zhitong/contract/needs/case-contract';
import { issueOrder, listCaseOrders, listOrders, listOrderTasks } from '@zhitong/contract/needs/order-contract';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { call } from '#platform/api';
import { isRefused, refresh } from '#platform/query';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { Refused } from '#ui/states';
import { orderText } from './order-text.ts';

interface OrderIssueProps {
  readonly cases: readonly { readonly id: string; readonly title: string }[];
  /** the bureau orders a case without a ground of its own: it says why */
  readonly needsWords: boolean;
  readonly onClose: () => void;
}

/** 督办: one dialog for one case or several; each has its own outcome. */
export function OrderIssue({ cases, needsWords, onClose }: OrderIssueProps) {
  const say = useText(orderText);
  const { message } = App.useApp();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const send = async () => {
    setSending(true);
    const failed = await issueAll(
      cases.map(({ id }) => id),
      text.trim(),
    );
    setSending(false);
    refresh(client, listOrders, listOrderTasks, listCaseOrders, getCase);
    const [first] = failed;
    if (first === undefined) {
      void message.success(say('issued', { count: cases.length }));
      onClose();
    } else setTrouble(say('failed', { count: failed.length, sentence: first }));
  };
  return (
    <Modal
      open
      title={say('issueTitle', { count: cases.length })}
      okText={say('issue')}
      cancelText={say('cancel')}
      okButtonProps={{ loading: sending, disabled: needsWords && text.trim() === '' }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <ul className="zt-order-cases">
        {cases.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
      <p className="zt-meta">{say('issueHint')}</p>
      <Field label={say(needsWords ? 'wordsNeeded' : 'words')}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={3}
            maxLength={2_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {trouble && <Refused sentence={trouble} />}
    </Modal>
  );
}

/** One after the other: what a colleague did meanwhile is refused by itself. Answers the sentences of those that were. */
async function issueAll(ids: readonly string[], text: string): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const id of ids)
    await call(issueOrder, { params: { id }, body: text === '' ? {} : { text } }).catch((error: unknown) => {
      failed.push(isRefused(error) ? error.message : '');
    });
  return failed;
}
