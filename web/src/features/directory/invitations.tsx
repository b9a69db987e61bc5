import { useQueryClient } from '@tanstack/react-query';
import {
  type Invitation,
  invite,
  listInvitations,
  revokeInvitation,
} from '@zhitong/contract/directory/invitation-contract';
import type { InvitedRole } from '@zhitong/domain/directory/invitation';
import { Button, Input, Modal } from 'antd';
import { type FormEvent, useState } from 'react';
import { useMinute } from '#platform/clock';
import { copyText } from '#platform/copy-text';
import { useLanguage } from '#platform/display';
import { formatDay } from '#platform/format-date';
import { refresh, useAsk, useDo } from '#platform/query';
import { roleText } from '#platform/role-text';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { DataTable } from '#ui/data-table';
import { Field } from '#ui/field';
import { Answered, Empty, Trouble } from '#ui/states';
import './claim.css';
import { invitationText } from './invitation-text.ts';

interface Firm {
  readonly id: string;
  readonly name: string;
}

/** Whom did we invite, and which links are still open? A tab of one’s own organisation. */
export function Invitations({ organisation }: { organisation: Firm }) {
  const say = useText(invitationText);
  const client = useQueryClient();
  const params = { id: organisation.id };
  const asked = useAsk(listInvitations, { params });
  const revoking = useDo(revokeInvitation);
  const [path, setPath] = useState<string>();
  const onSuccess = () => refresh(client, listInvitations);
  return (
    <Answered asked={asked}>
      {({ invitations, roles }) => (
        <div className="zt-section">
          <InviteForm
            organisationId={organisation.id}
            roles={roles}
            onMade={(made) => {
              setPath(made);
              onSuccess();
            }}
          />
          {revoking.error && <Trouble error={revoking.error} />}
          {invitations.length === 0 ? (
            <Empty sentence={say('empty')} />
          ) : (
            <InvitationTable rows={invitations} onRevoke={(id) => revoking.mutate({ params: { id } }, { onSuccess })} />
          )}
          {path && <LinkDialog firm={organisation.name} path={path} onClose={() => setPath(undefined)} />}
        </div>
      )}
    </Answered>
  );
}

interface FormProps {
  readonly organisationId: string;
  readonly roles: readonly InvitedRole[];
  readonly onMade: (path: string) => void;
}

function InviteForm({ organisationId, roles, onMade }: FormProps) {
  const say = useText(invitationText);
  const sayRole = useText(roleText);
  const [forWhom, setForWhom] = useState('');
  const [chosen, setChosen] = useState<InvitedRole>();
  const inviting = useDo(invite);
  const role = chosen ?? roles[0];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!role) return;
    inviting.mutate(
      { params: { id: organisationId }, body: { role, forWhom } },
      {
        onSuccess: ({ path }) => {
          setForWhom('');
          onMade(path);
        },
      },
    );
  };
  return (
    <form className="zt-card zt-padded" onSubmit={submit}>
      {inviting.error && <Trouble error={inviting.error} />}
      <Field label={say('forWhom')}>
        {(field) => (
          <Input {...field} value={forWhom} maxLength={40} onChange={(event) => setForWhom(event.target.value)} />
        )}
      </Field>
      <ChoiceRow
        label={say('role')}
        value={role}
        choices={roles.map((value) => ({ value, word: sayRole(value) }))}
        onChoose={setChosen}
      />
      <Button type="primary" htmlType="submit" loading={inviting.isPending}>
        {say('make')}
      </Button>
    </form>
  );
}

function InvitationTable({ rows, onRevoke }: { rows: readonly Invitation[]; onRevoke: (id: string) => void }) {
  const say = useText(invitationText);
  const sayRole = useText(roleText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <DataTable
      label={say('tab')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: 'forWhom', head: say('forWhom'), cell: ({ forWhom }) => forWhom || say('nobody') },
        { key: 'role', head: say('role'), cell: ({ role }) => sayRole(role) },
        { key: 'by', head: say('by'), cell: ({ by }) => by },
        {
          key: 'expires',
          head: say('expires'),
          oneLine: true,
          cell: ({ expiresAt }) => formatDay(expiresAt, minute, language),
        },
        {
          key: 'state',
          head: say('state'),
          cell: ({ id, state, usedBy }) => (
            <>
              {usedBy ? say('usedBy', { name: usedBy }) : say(`state.${state}`)}
              {state === 'open' && (
                <Button type="link" onClick={() => onRevoke(id)}>
                  {say('revoke')}
                </Button>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function LinkDialog({ firm, path, onClose }: { firm: string; path: string; onClose: () => void }) {
  const say = useText(invitationText);
  const [copied, setCopied] = useState(false);
  const whole = say('wechat', { firm, link: `${location.origin}${path}` });
  return (
    <Modal
      open
      title={say('linkTitle')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={<Button onClick={onClose}>{say('close')}</Button>}
    >
      <p>{say('linkHint')}</p>
      <p className="zt-one-time-link">
        <code>{whole}</code>
      </p>
      <Button type="primary" block onClick={() => void copyText(whole).then(setCopied)}>
        <span role="status">{say(copied ? 'copied' : 'copy')}</span>
      </Button>
    </Modal>
  );
}
