import { useQueryClient } from '@tanstack/react-query';
import { getOrganisation, listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { getOrganisationHistory } from '@zhitong/contract/directory/organisation-tree-contract';
import type { Endpoint } from '@zhitong/contract/endpoint';
import { App, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { CallInput } from '#platform/api';
import { refresh, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { holdingText } from './holding-text.ts';
import { lacksSource, noReason, OrganisationOriginFields, toldReason } from './organisation-origin-fields.tsx';
import { organisationText } from './organisation-text.ts';

/** Whose page it is, as it was read, and whether the bureau writes: then it says where a fact comes from. */
export interface HoldingEditor {
  readonly id: string;
  readonly version: number;
  readonly bureau: boolean;
}

/** Saves one act, then the page and its history are read again: also when somebody else was first. */
export function useHeld<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  onDone: () => void,
) {
  const say = useText(holdingText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const doing = useDo(endpoint);
  const again = () => refresh(client, getOrganisation, getOrganisationHistory, listOrganisations);
  const save = (input: CallInput<P, Q, B>) =>
    doing.mutate(input, {
      onError: again,
      onSuccess: () => {
        again();
        void message.success(say('saved'));
        onDone();
      },
    });
  return { save, busy: doing.isPending, error: doing.error };
}

interface DialogProps {
  readonly title: string;
  readonly lead?: string;
  readonly held: { readonly busy: boolean; readonly error: Error | null };
  readonly bureau: boolean;
  /** word of the button of a form that ends something; absent: it saves */
  readonly endWord?: string;
  readonly onSave: (told: ReturnType<typeof toldReason>) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** The frame of every such form: what was typed stays when the server refuses, the sentence stands above it. */
export function HoldingDialog(props: DialogProps) {
  useReturnFocus();
  const { title, lead, held, bureau, endWord, onSave, onClose, children } = props;
  const say = useText(holdingText);
  const sayMore = useText(organisationText);
  const sayShared = useText(sharedText);
  const [reason, setReason] = useState(noReason);
  const [tried, setTried] = useState(false);
  const lacking = endWord === undefined && lacksSource(reason, bureau);
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      onOk={() => {
        setTried(true);
        if (!lacking) onSave(toldReason(reason, bureau));
      }}
      okText={endWord ?? sayMore('save')}
      okButtonProps={{ danger: endWord !== undefined }}
      cancelText={sayShared('cancel')}
      confirmLoading={held.busy}
    >
      <div className="zt-holding-form">
        {lead && <p className="zt-dialog-lead">{lead}</p>}
        {held.error && <Trouble error={held.error} />}
        {children}
        <Field label={say('why')} hint={say('whyHint')}>
          {(field) => (
            <Input
              {...field}
              value={reason.why}
              maxLength={300}
              onChange={(event) => setReason({ ...reason, why: event.target.value })}
            />
          )}
        </Field>
        {endWord === undefined && (
          <OrganisationOriginFields
            {...{ reason, bureau }}
            isNew
            problems={tried && lacking ? ['needSource'] : []}
            onChange={setReason}
          />
        )}
      </div>
    </Modal>
  );
}
