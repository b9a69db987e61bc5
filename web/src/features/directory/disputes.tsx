import { useQueryClient } from '@tanstack/react-query';
import { answerDispute, type Dispute, listDisputes } from '@zhitong/contract/directory/dispute-contract';
import { factFields } from '@zhitong/domain/directory/organisation-fact';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useGo } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { refresh, useAsk, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { DataTable } from '#ui/data-table';
import { ExportLink } from '#ui/export-link';
import { Field } from '#ui/field';
import { Page } from '#ui/page';
import { useReturnFocus } from '#ui/return-focus';
import { Answered, Empty, Trouble } from '#ui/states';
import { useDisputeField } from './dispute-field.ts';
import { disputeText } from './dispute-text.ts';
import { DuplicateTabs } from './duplicate-tabs.tsx';

interface Answering {
  readonly dispute: Dispute;
  readonly answer: 'accepted' | 'returned';
}

/** What do firms say is wrong, and what does the bureau answer? */
export function Disputes() {
  const say = useText(disputeText);
  const [answering, setAnswering] = useState<Answering>();
  const asked = useAsk(listDisputes, { query: {} });
  const go = useGo();
  // what is right must be corrected: the form of the fact opens at once, a link stands on the page of its organisation
  const leadToFact = ({ dispute: { field, organisation }, answer }: Answering) => {
    if (answer !== 'accepted') return;
    const fact = factFields.some((known) => known === field);
    go(`/organisations/${organisation.id}${fact ? `/edit?field=${field}` : ''}`);
  };
  const open = asked.data?.disputes.filter(({ state }) => state === 'open').length;
  return (
    <Page
      title={say('title')}
      finding={open !== undefined && say('finding', { count: open })}
      action={<ExportLink list={listDisputes} query={{}} />}
    >
      <DuplicateTabs here="/disputes" />
      <Answered asked={asked} rows={8}>
        {({ disputes }: { disputes: readonly Dispute[] }) =>
          disputes.length === 0 ? (
            <Empty sentence={say('empty')} />
          ) : (
            <DisputeTable disputes={disputes} onAnswer={setAnswering} />
          )
        }
      </Answered>
      {answering && <AnswerDialog {...answering} onAnswered={leadToFact} onClose={() => setAnswering(undefined)} />}
    </Page>
  );
}

function DisputeTable({ disputes, onAnswer }: { disputes: readonly Dispute[]; onAnswer: (next: Answering) => void }) {
  const say = useText(disputeText);
  const fieldName = useDisputeField();
  const language = useLanguage();
  const minute = useMinute();
  return (
    <DataTable
      label={say('title')}
      rows={disputes}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'about',
          head: say('about'),
          cell: ({ organisation }) => <AppLink to={`/organisations/${organisation.id}`}>{organisation.name}</AppLink>,
        },
        { key: 'field', head: say('field'), cell: ({ field }) => fieldName(field), oneLine: true },
        { key: 'claim', head: say('claim'), cell: ({ claim }) => <span lang="zh">{claim}</span>, phone: 'wide' },
        {
          key: 'by',
          head: say('by'),
          cell: ({ by, byName, at }) => (
            <>
              <span lang="zh">
                {by.name} · {byName}
              </span>
              <div className="zt-meta">{formatInstant(at, minute, language)}</div>
            </>
          ),
        },
        { key: 'state', head: say('state'), cell: ({ state }) => say(`state.${state}`), oneLine: true },
        {
          key: 'answer',
          head: say('answer'),
          phone: 'wide',
          cell: (dispute) =>
            dispute.state === 'open' ? (
              <div className="zt-pair-answers">
                <Button size="small" type="primary" onClick={() => onAnswer({ dispute, answer: 'accepted' })}>
                  {say('accept')}
                </Button>
                <Button size="small" onClick={() => onAnswer({ dispute, answer: 'returned' })}>
                  {say('return')}
                </Button>
              </div>
            ) : (
              <span lang="zh">{dispute.answer}</span>
            ),
        },
      ]}
    />
  );
}

interface AnswerProps extends Answering {
  readonly onAnswered: (answered: Answering) => void;
  readonly onClose: () => void;
}

function AnswerDialog({ dispute, answer, onAnswered, onClose }: AnswerProps) {
  useReturnFocus();
  const say = useText(disputeText);
  const sayShared = useText(sharedText);
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const answering = useDo(answerDispute);
  const send = () => {
    setTried(true);
    if (reason.trim().length < 2) return;
    answering.mutate(
      { params: { id: dispute.id }, body: { answer, reason: reason.trim() } },
      {
        onSuccess: () => {
          refresh(client, listDisputes);
          onClose();
          onAnswered({ dispute, answer });
        },
      },
    );
  };
  const word = say(answer === 'accepted' ? 'acceptAndMend' : 'return');
  return (
    <Modal
      open
      title={`${word} · ${dispute.organisation.name}`}
      onCancel={onClose}
      onOk={send}
      okText={word}
      cancelText={sayShared('cancel')}
      confirmLoading={answering.isPending}
    >
      <p className="zt-dialog-lead" lang="zh">
        {dispute.claim}
      </p>
      {answer === 'accepted' && <p className="zt-ink-2">{say('acceptLeads')}</p>}
      {answering.error && <Trouble error={answering.error} />}
      <Field label={say('reason')} error={tried && reason.trim().length < 2 ? say('needReason') : undefined}>
        {(names) => (
          <Input.TextArea
            {...names}
            value={reason}
            rows={3}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Modal>
  );
}
