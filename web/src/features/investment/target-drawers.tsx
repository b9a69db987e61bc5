import { giveTarget, loseTarget } from '@zhitong/contract/investment/target-step-contract';
import { type TargetLoss, targetLosses, targetLossWords } from '@zhitong/domain/investment/target-stage';
import { Button, Drawer, Input, Select } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useLanguage } from '#platform/display';
import { usePhone } from '#platform/media';
import { useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { MixedText } from '#ui/mixed-text';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { useDone } from './target-done.ts';
import type { TargetPage } from './target-page.ts';
import { targetPageText } from './target-page-text.ts';

interface DrawerProps {
  readonly found: TargetPage;
  readonly onClose: () => void;
}

/** Why it was not won: one code, and words where the code says nothing. */
export function LossDrawer({ found, onClose }: DrawerProps) {
  const say = useText(targetPageText);
  const language = useLanguage();
  const [code, setCode] = useState<TargetLoss | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const losing = useDo(loseTarget);
  const done = useDone(say('lost'), onClose);
  const wordless = code === 'other' && note.trim() === '';
  const send = () => {
    setTried(true);
    if (code === null || wordless) return;
    losing.mutate(
      { params: { id: found.target.id }, body: { code, note: note.trim() || null, seen: found.seq } },
      done,
    );
  };
  return (
    <Shell title={say('loseTitle')} button={say('loseSave')} busy={losing.isPending} {...{ onClose, onSend: send }}>
      {losing.error && <Trouble error={losing.error} />}
      <Field label={say('why')} error={tried && code === null ? say('needWhy') : undefined}>
        {(field) => (
          <Select
            {...field}
            value={code}
            options={targetLosses.map((value) => ({ value, label: targetLossWords[value][language] }))}
            onChange={setCode}
          />
        )}
      </Field>
      <Words
        label={say('words')}
        value={note}
        error={tried && wordless ? say('needWords') : undefined}
        onChange={setNote}
      />
    </Shell>
  );
}

/** To another person of the city who looks for investment; who had it goes on taking part. */
export function GiveDrawer({ found, onClose }: DrawerProps) {
  const say = useText(targetPageText);
  const [postId, setPost] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const giving = useDo(giveTarget);
  const done = useDone(say('given'), onClose);
  const send = () => {
    setTried(true);
    if (postId === null) return;
    giving.mutate(
      { params: { id: found.target.id }, body: { postId, note: note.trim() || null, seen: found.seq } },
      done,
    );
  };
  return (
    <Shell title={say('giveTitle')} button={say('giveSave')} busy={giving.isPending} {...{ onClose, onSend: send }}>
      {giving.error && <Trouble error={giving.error} />}
      <Field label={say('newOwner')} error={tried && postId === null ? say('needOwner') : undefined}>
        {(field) => (
          <Select
            {...field}
            value={postId}
            options={found.officers.map((officer) => ({
              value: officer.postId,
              label: <MixedText>{`${officer.body.name} ${officer.person}`}</MixedText>,
            }))}
            onChange={setPost}
          />
        )}
      </Field>
      <Words label={say('words')} value={note} onChange={setNote} />
    </Shell>
  );
}

interface ShellProps {
  readonly title: string;
  readonly button: string;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSend: () => void;
  readonly children: ReactNode;
}

export function Shell({ title, button, busy, onClose, onSend, children }: ShellProps) {
  useReturnFocus();
  const phone = usePhone();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <Drawer open onClose={onClose} title={title} placement={phone ? 'bottom' : 'right'} size={phone ? '92%' : 480}>
      <form onSubmit={submit} noValidate>
        {children}
        <Button type="primary" size="large" block htmlType="submit" loading={busy}>
          {button}
        </Button>
      </form>
    </Drawer>
  );
}

interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

function Words({ label, value, error, onChange }: WordsProps) {
  return (
    <Field label={label} error={error}>
      {(field) => (
        <Input.TextArea {...{ ...field, value, rows: 2 }} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}
