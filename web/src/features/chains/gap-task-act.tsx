import { useQueryClient } from '@tanstack/react-query';
import { actOnGapTask, type GapTaskRow, getGapDoings, listGapTasks } from '@zhitong/contract/chains/gap-task-contract';
import type { GapTaskRequest } from '@zhitong/domain/chains/gap-task';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { gapTaskText } from './gap-task-text.ts';

/** What the reader may do with a task now; each opens its one dialog. */
export function GapTaskActs({ task }: { task: GapTaskRow }) {
  const say = useText(gapTaskText);
  const [action, setAction] = useState<GapTaskRequest>();
  if (task.allowed.length === 0) return say('none');
  return (
    <span className="zt-gap-actions">
      {task.allowed.map((one) => (
        <Button key={one} size="small" onClick={() => setAction(one)}>
          {say(`act.${one}`)}
        </Button>
      ))}
      {action && <ActDialog task={task} action={action} onClose={() => setAction(undefined)} />}
    </span>
  );
}

interface ActDialogProps {
  readonly task: GapTaskRow;
  readonly action: GapTaskRequest;
  readonly onClose: () => void;
}

function ActDialog({ task, action, onClose }: ActDialogProps) {
  const say = useText(gapTaskText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const acting = useDo(actOnGapTask);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  // what was on the screen when the dialog opened, whatever has come since
  const [{ id, seq }] = useState(task);
  const isMissing = action !== 'accept' && text.trim() === '';
  const send = () => {
    setTried(true);
    if (isMissing || acting.isPending) return;
    acting.mutate(
      { params: { id }, body: { action, text, seen: seq } },
      {
        onSuccess: () => {
          void message.success(say('acted', { what: say(`act.${action}`) }));
          onClose();
        },
        onSettled: () => refresh(client, getGapDoings, listGapTasks),
      },
    );
  };
  return (
    <Modal
      open
      title={`${say(`act.${action}`)}：${task.product.name}`}
      okText={say(`act.${action}`)}
      cancelText={say('cancel')}
      okButtonProps={{ loading: acting.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <p className="zt-ink-2">{task.text}</p>
      <Field label={say(`words.${action}`)} error={tried && isMissing ? say('noText') : undefined}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={3}
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {acting.error !== null && <Trouble error={acting.error} />}
    </Modal>
  );
}
