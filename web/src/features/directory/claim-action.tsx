import { useQueryClient } from '@tanstack/react-query';
import { listClaims, makeClaim } from '@zhitong/contract/directory/claim-contract';
import { addEvidence } from '@zhitong/contract/directory/evidence-contract';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useGo } from '#platform/address';
import { useMay } from '#platform/may';
import { refresh, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { PapersFields, usePapers } from './claim-papers.tsx';
import { claimText } from './claim-text.ts';

interface Target {
  readonly id: string;
  readonly name: string;
}

/** “This is my firm”: on the page of a firm one does not act for. Absent for whoever may not claim. */
export function ClaimAction({ organisation }: { organisation: Target }) {
  const say = useText(claimText);
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('claim.make')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('claim')}</Button>
      {open && <ClaimDialog organisation={organisation} onClose={() => setOpen(false)} />}
    </>
  );
}

function ClaimDialog({ organisation, onClose }: { organisation: Target; onClose: () => void }) {
  useReturnFocus();
  const say = useText(claimText);
  const sayShared = useText(sharedText);
  const client = useQueryClient();
  const go = useGo();
  const { message } = App.useApp();
  const papers = usePapers();
  const claiming = useDo(makeClaim);
  const send = () =>
    claiming.mutate(
      { params: { id: organisation.id }, body: papers.body },
      {
        onSuccess: ({ claim }) => {
          refresh(client, listClaims);
          void message.success(say('claimSent'));
          go(`/claims/${claim.id}`);
        },
      },
    );
  return (
    <Modal
      open
      title={say('claimTitle', { name: organisation.name })}
      onCancel={onClose}
      onOk={send}
      okText={say('claimSend')}
      cancelText={sayShared('cancel')}
      okButtonProps={{ disabled: papers.busy }}
      confirmLoading={claiming.isPending}
      mask={{ closable: false }}
    >
      <p className="zt-dialog-lead">{say('claimLead')}</p>
      {claiming.error && <Trouble error={claiming.error} />}
      <PapersFields papers={papers} to={addEvidence} />
    </Modal>
  );
}
