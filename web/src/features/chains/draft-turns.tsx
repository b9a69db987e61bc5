import { useQueryClient } from '@tanstack/react-query';
import { getChain, listChains } from '@zhitong/contract/chains/chain-contract';
import { actOnDraft, getDraft, listDrafts } from '@zhitong/contract/chains/draft-contract';
import { Button, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { useGo } from '#platform/address';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import type { DraftSession, LoadedDraft } from './draft-session.ts';
import { draftText } from './draft-text.ts';

type Turn = z.input<NonNullable<typeof actOnDraft.body>>['action'];

interface DraftTurnsProps {
  readonly chainId: string;
  readonly draft: LoadedDraft['draft'];
  readonly session: DraftSession;
}

/** Hand in, send back, publish, throw away: what the table of actions gives this person now. */
export function DraftTurns({ chainId, draft, session }: DraftTurnsProps) {
  const say = useText(draftText);
  const language = useLanguage();
  const turning = useTurning(chainId, session);
  const [returning, setReturning] = useState(false);
  const may = (action: Turn) => draft.actions.includes(action);
  const busy = turning.isPending;
  return (
    <>
      {turning.error && <Trouble error={turning.error} />}
      <div className="zt-draft-row">
        {may('discard') && (
          <Popconfirm title={say('discardSure')} okText={say('discard')} onConfirm={() => turning.turn('discard')}>
            <Button danger disabled={busy}>
              {say('discard')}
            </Button>
          </Popconfirm>
        )}
        {may('return') && (
          <Button disabled={busy} onClick={() => setReturning(true)}>
            {say('return')}
          </Button>
        )}
        {may('send') && (
          <Button
            type="primary"
            loading={busy}
            disabled={session.standing.problems.length > 0 || session.saving === 'conflict'}
            onClick={() => turning.turn('send')}
          >
            {say('send')}
          </Button>
        )}
        {may('publish') && (
          <Popconfirm
            title={say('publishSure', { from: formatDate(draft.validFrom, language) })}
            okText={say('publish')}
            onConfirm={() => turning.turn('publish')}
          >
            <Button type="primary" loading={busy}>
              {say('publish')}
            </Button>
          </Popconfirm>
        )}
      </div>
      {returning && (
        <Returning
          onClose={() => setReturning(false)}
          onReturn={(reason) => {
            setReturning(false);
            turning.turn('return', reason);
          }}
        />
      )}
    </>
  );
}

function Returning({ onClose, onReturn }: { onClose: () => void; onReturn: (reason: string) => void }) {
  const say = useText(draftText);
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={say('return')}
      okText={say('return')}
      cancelText={say('cancel')}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={() => onReturn(reason.trim())}
      onCancel={onClose}
    >
      <Field label={say('reason')}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
    </Modal>
  );
}

/** What is not saved yet is saved first; a click sent twice is one. */
function useTurning(chainId: string, session: DraftSession) {
  const client = useQueryClient();
  const go = useGo();
  const acting = useDo(actOnDraft);
  const turn = async (action: Turn, reason?: string) => {
    if (!(await session.flush())) return;
    const body = { action, seen: session.editionNow(), ...(reason !== undefined && { reason }) };
    acting.mutate(
      { params: { id: chainId }, body },
      {
        onSuccess: () => {
          refresh(client, getDraft, listDrafts, getChain, listChains);
          if (action === 'publish' || action === 'discard') go(`/chains/${chainId}`);
        },
        onError: () => refresh(client, getDraft),
      },
    );
  };
  return { ...acting, turn: (action: Turn, reason?: string) => void turn(action, reason) };
}
