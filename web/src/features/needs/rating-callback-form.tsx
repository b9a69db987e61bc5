import { useQueryClient } from '@tanstack/react-query';
import { type Callback, listCallbacks, noteCallback } from '@zhitong/contract/needs/rating-contract';
import { type CallbackOutcome, callbackOutcomes, callbackWords } from '@zhitong/domain/needs/callback';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { ratingsText } from './ratings-text.ts';

interface Props {
  readonly callback: Callback;
  /** the day of the sample */
  readonly date: string;
  readonly onClose: () => void;
}

/** What the firm said on the telephone; a second call stands beside the first. */
export function CallbackForm({ callback, date, onClose }: Props) {
  const say = useText(ratingsText);
  const language = useLanguage();
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<CallbackOutcome>();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const noting = useDo(noteCallback);
  const { message } = App.useApp();
  const save = (reopen: boolean) => {
    const onSuccess = ({ reopened }: { reopened: boolean }) => {
      if (reopen) void message.success(say(reopened ? 'reopened' : 'reopenedBefore'));
      refresh(client, listCallbacks);
      onClose();
    };
    setTried(true);
    if (!outcome) return;
    const body = { date, outcome, ...(text.trim() && { text }), ...(reopen && { reopen }) };
    noting.mutate({ params: { id: callback.case.id }, body }, { onSuccess });
  };
  return (
    <Modal
      open
      title={say('noteTitle', { title: callback.title })}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {say('cancel')}
        </Button>,
        ...(outcome === 'not-solved'
          ? [
              <Button key="reopen" loading={noting.isPending} onClick={() => save(true)}>
                {say('saveAndReopen')}
              </Button>,
            ]
          : []),
        <Button key="save" type="primary" loading={noting.isPending} onClick={() => save(false)}>
          {say('save')}
        </Button>,
      ]}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {noting.error && <Trouble error={noting.error} />}
      <ChoiceRow
        label={say('outcome')}
        value={outcome}
        choices={callbackOutcomes.map((value) => ({ value, word: callbackWords[value][language] }))}
        onChoose={setOutcome}
      />
      {outcome === 'not-solved' && <p className="zt-meta">{say('reopenHint')}</p>}
      {tried && !outcome && (
        <p className="zt-field-error" role="alert">
          {say('needOutcome')}
        </p>
      )}
      <Field label={say('words')} hint={say('wordsHint')}>
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
    </Modal>
  );
}
