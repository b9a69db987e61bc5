import { useQueryClient } from '@tanstack/react-query';
import {
  type GapDoings,
  getGapDoings,
  giveGapTask,
  listGapTasks,
  wishMeeting,
} from '@zhitong/contract/chains/gap-task-contract';
import type { GapTaskKind } from '@zhitong/domain/chains/gap-task';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { refresh, useAsk, useDo } from '#platform/query';
import { randomKey } from '#platform/random-key';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { MixedText } from '#ui/mixed-text';
import { Answered, Trouble } from '#ui/states';
import { gapTaskText } from './gap-task-text.ts';
import { DepartmentPicker } from './purchase-pickers.tsx';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface GapTaskDialogProps {
  readonly chainId: string;
  readonly product: Named;
  readonly kind: GapTaskKind;
  readonly onClose: () => void;
}

/** What is to be done, by whom, by when; sent once, however often the button is pressed. */
export function GapTaskDialog(props: GapTaskDialogProps) {
  const { chainId, product, kind, onClose } = props;
  const say = useText(gapTaskText);
  const asked = useAsk(getGapDoings, { params: { id: chainId, product: product.id } }, { keep: false });
  const title = say(`title.${kind}`, { product: product.name });
  if (asked.data) return <TaskForm {...props} title={title} doings={asked.data} />;
  return (
    <Modal open title={title} onCancel={onClose} footer={null}>
      <Answered asked={asked} rows={4}>
        {() => null}
      </Answered>
    </Modal>
  );
}

interface TaskFormProps extends GapTaskDialogProps {
  readonly title: string;
  readonly doings: GapDoings;
}

function TaskForm({ chainId, product, kind, title, doings, onClose }: TaskFormProps) {
  const say = useText(gapTaskText);
  const [body, setBody] = useState<Named | null>(doings.lead);
  const [due, setDue] = useState(doings.due);
  const [text, setText] = useState(doings.drafts[kind]);
  const [tried, setTried] = useState(false);
  const isOrder = kind !== 'meeting';
  const missing = { body: isOrder && body === null, text: text.trim() === '' };
  const sending = useGiving({ chainId, product: product.id, onClose });
  const send = () => {
    setTried(true);
    if (!missing.body && !missing.text && !sending.busy) sending.give({ kind, body, due, text });
  };
  return (
    <Modal
      open
      title={title}
      okText={say(`give.${kind}`)}
      cancelText={say('cancel')}
      okButtonProps={{ loading: sending.busy }}
      onOk={send}
      onCancel={onClose}
    >
      <p className="zt-meta">
        <MixedText>{say(`hint.${kind}`, { body: doings.lead?.name ?? say('bureau') })}</MixedText>
      </p>
      {isOrder && (
        <Field label={say('body')} hint={say('bodyHint')} error={tried && missing.body ? say('noBody') : undefined}>
          {(field) => <DepartmentPicker field={field} value={body} onChoose={setBody} />}
        </Field>
      )}
      {isOrder && <Field label={say('due')}>{(field) => <DateField {...field} value={due} onChange={setDue} />}</Field>}
      <Field label={say('text')} error={tried && missing.text ? say('noText') : undefined}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={4}
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {sending.error !== null && <Trouble error={sending.error} />}
    </Modal>
  );
}

interface Wish {
  readonly kind: GapTaskKind;
  readonly body: Named | null;
  readonly due: string;
  readonly text: string;
}

/** The key is made when the form opens: a second click, and a second try after a failure, make no second task. */
function useGiving({ chainId, product, onClose }: { chainId: string; product: string; onClose: () => void }) {
  const say = useText(gapTaskText);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [idempotencyKey] = useState(randomKey);
  const giving = useDo(giveGapTask);
  const wishing = useDo(wishMeeting);
  const done = (sentence: string) => ({
    onSuccess: () => {
      void message.success(sentence);
      onClose();
    },
    onSettled: () => refresh(client, getGapDoings, listGapTasks),
  });
  const params = { id: chainId, product };
  const give = ({ kind, body, due, text }: Wish) => {
    if (kind === 'meeting')
      wishing.mutate(
        { params, body: { text, idempotencyKey } },
        done(say('givenMeeting', { body: body?.name ?? say('bureau') })),
      );
    else
      giving.mutate(
        { params, body: { kind, text, due, idempotencyKey, ...(body && { body: body.id }) } },
        done(say('given', { body: body?.name ?? '', due: formatDate(due, language) })),
      );
  };
  return { give, busy: giving.isPending || wishing.isPending, error: giving.error ?? wishing.error };
}
