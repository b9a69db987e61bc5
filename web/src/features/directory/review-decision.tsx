import { useQueryClient } from '@tanstack/react-query';
import { type Claim, decideClaim, getClaim, listClaims } from '@zhitong/contract/directory/claim-contract';
import { type ClaimReturnCode, claimReturnCodes, claimReturnWords } from '@zhitong/domain/directory/claim-return';
import { App, Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { refresh, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useShortcuts } from '#platform/shortcuts';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { Field } from '#ui/field';
import { MixedText } from '#ui/mixed-text';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { claimText } from './claim-text.ts';

/** Approve, return, verify: what the table of allowed actions gives, by button or by key. */
export function ReviewDecision({ claim, onDone }: { claim: Claim; onDone: () => void }) {
  const say = useText(claimText);
  const [isReturning, setIsReturning] = useState(false);
  const [isApproving, setIsApproving] = useState(false);
  const [compared, setCompared] = useState(false);
  const [words, setWords] = useState('');
  const { decide, deciding } = useDecision(claim, onDone);
  const bare = claim.files.length === 0;
  const mayApprove = claim.allowed.includes('approved');
  const mayReturn = claim.allowed.includes('returned');
  const approve = () =>
    decide({ decision: 'approved', words, verified: compared }, say('approved', { name: claim.claimant.name }));
  useShortcuts({
    a: mayApprove && !isReturning ? () => setIsApproving(true) : undefined,
    h: mayReturn && !isReturning && !isApproving ? () => setIsReturning(true) : undefined,
  });
  if (claim.allowed.length === 0) return null;
  return (
    <section className="zt-section">
      {deciding.error && !isReturning && !isApproving && <Trouble error={deciding.error} />}
      {mayApprove && (
        <>
          {!bare && (
            <Checkbox checked={compared} onChange={(event) => setCompared(event.target.checked)}>
              {say('compare')}
            </Checkbox>
          )}
          <Field label={say(bare ? 'howKnown' : 'note')} hint={bare ? say('howKnownHint') : undefined}>
            {(field) => (
              <Input {...field} value={words} maxLength={500} onChange={(event) => setWords(event.target.value)} />
            )}
          </Field>
        </>
      )}
      <div className="zt-claim-buttons">
        {mayApprove && (
          <Button type="primary" onClick={() => setIsApproving(true)}>
            {say('approve')}
          </Button>
        )}
        {mayReturn && <Button onClick={() => setIsReturning(true)}>{say('returnIt')}</Button>}
        {claim.allowed.includes('verified') && (
          <Button type="primary" onClick={() => decide({ decision: 'verified' }, say('verified'))}>
            {say('verify')}
          </Button>
        )}
      </div>
      {isApproving && (
        <ApproveDialog claim={claim} deciding={deciding} onClose={() => setIsApproving(false)} onApprove={approve} />
      )}
      {isReturning && (
        <ReturnDialog
          error={deciding.error}
          onClose={() => setIsReturning(false)}
          onReturn={(code, told) => decide({ decision: 'returned', code, words: told }, say('returned'))}
        />
      )}
    </section>
  );
}

interface Decision {
  readonly decision: 'approved' | 'returned' | 'verified';
  readonly code?: ClaimReturnCode;
  readonly words?: string;
  readonly verified?: boolean;
}

function useDecision(claim: Claim, onDone: () => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const deciding = useDo(decideClaim);
  const decide = (body: Decision, done: string) =>
    deciding.mutate(
      { params: { id: claim.id }, body },
      {
        onSuccess: () => {
          refresh(client, listClaims, getClaim);
          void message.success(done);
          onDone();
        },
      },
    );
  return { decide, deciding };
}

interface ApproveProps {
  readonly claim: Claim;
  readonly deciding: { readonly error: unknown; readonly isPending: boolean };
  readonly onClose: () => void;
  readonly onApprove: () => void;
}

/** It gives somebody a post: said in a sentence before it is done. */
function ApproveDialog({ claim, deciding, onClose, onApprove }: ApproveProps) {
  useReturnFocus();
  const say = useText(claimText);
  const sayShared = useText(sharedText);
  const names = { name: claim.claimant.name, firm: claim.firm.name };
  return (
    <Modal
      open
      title={say('approveTitle', names)}
      onCancel={onClose}
      okText={say('approve')}
      cancelText={sayShared('cancel')}
      confirmLoading={deciding.isPending}
      onOk={onApprove}
    >
      {deciding.error !== null && deciding.error !== undefined && <Trouble error={deciding.error} />}
      <p className="zt-dialog-lead">
        <MixedText>{say('approveSure', names)}</MixedText>
      </p>
    </Modal>
  );
}

interface ReturnProps {
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onReturn: (code: ClaimReturnCode, words: string) => void;
}

function ReturnDialog({ error, onClose, onReturn }: ReturnProps) {
  useReturnFocus();
  const say = useText(claimText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const [code, setCode] = useState<ClaimReturnCode>();
  const [words, setWords] = useState('');
  return (
    <Modal
      open
      title={say('returnTitle')}
      onCancel={onClose}
      okText={say('returnSend')}
      cancelText={sayShared('cancel')}
      okButtonProps={{ disabled: code === undefined }}
      onOk={() => code && onReturn(code, words)}
    >
      {error !== null && error !== undefined && <Trouble error={error} />}
      <ChoiceRow
        label={say('returnTitle')}
        value={code}
        choices={claimReturnCodes.map((value) => ({ value, word: claimReturnWords[value][language] }))}
        onChoose={setCode}
      />
      <Field label={say('returnWords')}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={3}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
    </Modal>
  );
}
