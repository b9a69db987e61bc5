import { useQueryClient } from '@tanstack/react-query';
import { getCase, needTimeline } from '@zhitong/contract/needs/case-contract';
import { getNeed } from '@zhitong/contract/needs/need-contract';
import { compareAnswers, takeAnswer } from '@zhitong/contract/needs/technology-contract';
import type { AskedBody, SheetAnswer } from '@zhitong/contract/needs/technology-values';
import { type PassedOverCode, passedOverCodes, passedOverWords } from '@zhitong/domain/needs/answer-choice';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { refresh, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { technologyText } from './technology-text.ts';

interface Props {
  readonly needId: string;
  readonly asked: AskedBody;
}

/** Takes one answer; asked once more, for the others are told at once. */
export function TakeAnswer({ needId, asked }: Props) {
  const say = useText(technologyText);
  const [taking, setTaking] = useState<SheetAnswer>();
  return (
    <>
      {asked.mayTake && asked.answer && (
        <div className="zt-answer-take">
          <Button
            aria-label={`${say('take_')} · ${asked.body.name}`}
            onClick={() => setTaking(asked.answer ?? undefined)}
          >
            {say('take_')}
          </Button>
        </div>
      )}
      {taking && <TakeDialog needId={needId} asked={asked} answer={taking} onClose={() => setTaking(undefined)} />}
    </>
  );
}

function TakeDialog({ needId, asked, answer, onClose }: Props & { answer: SheetAnswer; onClose: () => void }) {
  useReturnFocus();
  const say = useText(technologyText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [reason, setReason] = useState<PassedOverCode>();
  const taking = useDo(takeAnswer);
  const met = answer.items.filter(({ verdict }) => verdict === 'met').length;
  const take = () =>
    taking.mutate(
      { params: { id: needId }, body: { answerId: answer.id, ...(reason && { reason }) } },
      {
        onSuccess: () => {
          void message.success(say('taken_'));
          onClose();
        },
        // also when the answer was just changed: the page then shows the new one
        onSettled: () => refresh(client, compareAnswers, getNeed, getCase, needTimeline),
      },
    );
  return (
    <Modal
      open
      title={say('takeTitle', { body: asked.body.name })}
      okText={say('take_')}
      cancelText={sayShared('cancel')}
      confirmLoading={taking.isPending}
      onOk={take}
      onCancel={onClose}
    >
      {taking.error && <Trouble error={taking.error} />}
      <p>{say('takeSentence', { met, count: answer.items.length })}</p>
      <ChoiceRow
        label={say('takeReason')}
        value={reason}
        choices={passedOverCodes.map((value) => ({ value, word: passedOverWords[value][language] }))}
        onChoose={setReason}
      />
    </Modal>
  );
}
