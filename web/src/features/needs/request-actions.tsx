import type { Need } from '@zhitong/contract/needs/need-contract';
import type { RequestFile } from '@zhitong/contract/needs/request-file-contract';
import { App, Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useText } from '#platform/text';
import { Trouble } from '#ui/states';
import { useRequestDeed } from './request-deed.ts';
import { RequestFilePicker } from './request-files.tsx';
import { requestText } from './request-text.ts';
import type { RequestTimeline } from './request-timeline.ts';

/** What the firm may do now, from the table of the domain; the bureau and the body act on the page of the case. */
export function RequestActions({ need, seen }: { need: Need; seen: RequestTimeline }) {
  const say = useText(requestText);
  const { message, modal } = App.useApp();
  const { act, error, pending } = useRequestDeed(seen.case.id);
  const [adding, setAdding] = useState(false);
  const may = (action: 'remind' | 'supplement' | 'withdraw') => seen.allowed.includes(action);
  const withdraw = () =>
    modal.confirm({
      title: say('withdraw'),
      content: say('withdrawAsk'),
      okText: say('withdrawSure'),
      cancelText: say('keepIt'),
      onOk: () => act({ action: 'withdraw' }),
    });
  return (
    <>
      {error && <Trouble error={error} />}
      {may('remind') && (
        <Button
          loading={pending}
          onClick={() => act({ action: 'remind' }, () => void message.success(say('reminded')))}
        >
          {say('remind')}
        </Button>
      )}
      {may('supplement') && <Button onClick={() => setAdding(true)}>{say('supplement')}</Button>}
      {may('withdraw') && (
        <Button type="text" onClick={withdraw}>
          {say('withdraw')}
        </Button>
      )}
      {adding && <Supplement key={need.id} caseId={seen.case.id} onClose={() => setAdding(false)} />}
    </>
  );
}

function Supplement({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const say = useText(requestText);
  const id = useId();
  const { act, error, pending } = useRequestDeed(caseId);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly RequestFile[]>([]);
  const send = () => act({ action: 'supplement', text, files: files.map((file) => file.id) }, onClose);
  return (
    <Modal
      open
      title={say('supplement')}
      okText={say('send')}
      cancelText={say('cancel')}
      okButtonProps={{ disabled: text.trim() === '', loading: pending }}
      onOk={send}
      onCancel={onClose}
    >
      <div className="zt-field">
        <label htmlFor={id}>{say('supplementWords')}</label>
        <Input.TextArea
          id={id}
          rows={4}
          value={text}
          maxLength={20_000}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <RequestFilePicker files={files} onChange={setFiles} />
      {error && <Trouble error={error} />}
    </Modal>
  );
}
