import { useQueryClient } from '@tanstack/react-query';
import {
  addNoticeChannel,
  changeNoticeChannel,
  listNoticeChannels,
  type NoticeChannel,
} from '@zhitong/contract/needs/notice-channel-contract';
import { noticeChannelKinds, noticeChannelWords } from '@zhitong/domain/needs/notice-channel';
import { Checkbox, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '#platform/display';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { type ChannelDraft, draftOf, isQuietRight, settingsOf } from './notice-channel-draft.ts';
import { noticeChannelText } from './notice-channel-text.ts';
import { PersonPick } from './notice-person-pick.tsx';

export interface Organisation {
  readonly id: string;
  readonly name: string;
}

export type PickOrganisation = (props: {
  id: string;
  label: string;
  value: Organisation | undefined;
  onPick: (picked: Organisation | undefined) => void;
}) => ReactNode;

interface Props {
  readonly present?: NoticeChannel;
  readonly own: Organisation;
  readonly pick?: PickOrganisation;
  readonly mail: boolean;
  readonly onClose: () => void;
}

/** One channel: which way, where to, and when. */
export function NoticeChannelForm({ present, own, pick, mail, onClose }: Props) {
  const say = useText(noticeChannelText);
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(present));
  const [organisation, setOrganisation] = useState<Organisation | undefined>(own);
  const [tried, setTried] = useState(false);
  const adding = useDo(addNoticeChannel);
  const changing = useDo(changeNoticeChannel);
  const { error, isPending } = present ? changing : adding;
  const onSuccess = () => {
    refresh(client, listNoticeChannels);
    onClose();
  };
  const save = () => {
    setTried(true);
    const { name, kind, address, key, personId, enabled } = draft;
    const isAddressed = present !== undefined || address.trim() !== '';
    if (name.trim() === '' || !isAddressed || !organisation || !isQuietRight(draft)) return;
    const settings = settingsOf(draft);
    if (present) {
      const opened = { ...(address.trim() && { address }), ...(key.trim() && { key }) };
      changing.mutate({ params: { id: present.id }, body: { ...settings, enabled, ...opened } }, { onSuccess });
      return;
    }
    const where = { organisationId: organisation.id, ...(personId && { personId }), address, key };
    adding.mutate({ body: { ...settings, kind, ...where } }, { onSuccess });
  };
  const choose = (picked: Organisation | undefined) => {
    setOrganisation(picked);
    setDraft({ ...draft, personId: '' });
  };
  const parts = { draft, tried, present, set: (change: Partial<ChannelDraft>) => setDraft({ ...draft, ...change }) };
  return (
    <Modal
      open
      title={present ? say('changeTitle', { name: present.name }) : say('addTitle')}
      okText={say('save')}
      cancelText={say('cancel')}
      okButtonProps={{ loading: isPending }}
      onOk={save}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {error && <Trouble error={error} />}
      {!present && pick && (
        <Field label={say('organisation')}>
          {({ id }) => pick({ id, label: say('findOrganisation'), value: organisation, onPick: choose })}
        </Field>
      )}
      <Whither {...parts} mail={mail} />
      {!present && organisation && (
        <PersonPick
          organisationId={organisation.id}
          value={draft.personId}
          onPick={(personId) => parts.set({ personId })}
        />
      )}
      <When {...parts} />
    </Modal>
  );
}

interface PartProps {
  readonly draft: ChannelDraft;
  readonly set: (change: Partial<ChannelDraft>) => void;
  readonly tried: boolean;
  readonly present: NoticeChannel | undefined;
}

function Whither({ draft, set, tried, present, mail }: PartProps & { mail: boolean }) {
  const say = useText(noticeChannelText);
  const language = useLanguage();
  const { kind, name, address, key } = draft;
  const kinds = noticeChannelKinds.filter((one) => one !== 'mail' || mail);
  const addressHint = present ? say('addressKept', { address: present.address }) : say(`addressHint.${kind}`);
  return (
    <>
      {!present && (
        <ChoiceRow
          label={say('kind')}
          value={kind}
          choices={kinds.map((value) => ({ value, word: noticeChannelWords[value][language] }))}
          onChoose={(chosen) => set({ kind: chosen })}
        />
      )}
      <Field
        label={say('name')}
        hint={say('nameHint')}
        error={tried && name.trim() === '' ? say('needName') : undefined}
      >
        {(field) => (
          <Input {...field} value={name} maxLength={40} onChange={(event) => set({ name: event.target.value })} />
        )}
      </Field>
      <Field
        label={say('address')}
        hint={addressHint}
        error={tried && !present && address.trim() === '' ? say('needAddress') : undefined}
      >
        {(field) => (
          <Input
            {...field}
            value={address}
            maxLength={1000}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => set({ address: event.target.value })}
          />
        )}
      </Field>
      {(kind === 'dingtalk' || kind === 'webhook') && (
        <Field label={say('key')} hint={present?.keyed ? say('keyKept') : say(`keyHint.${kind}`)}>
          {(field) => (
            <Input.Password
              {...field}
              value={key}
              maxLength={200}
              autoComplete="new-password"
              onChange={(event) => set({ key: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

const digests = ['0', '5', '30', '60'] as const;
const languages = [
  { value: 'zh', word: '中文', lang: 'zh' },
  { value: 'en', word: 'English', lang: 'en' },
] as const;

function When({ draft, set, tried, present }: PartProps) {
  const say = useText(noticeChannelText);
  const wrong = tried && !isQuietRight(draft);
  return (
    <>
      <ChoiceRow
        label={say('digest')}
        value={digests.find((one) => one === draft.digest)}
        choices={digests.map((value) => ({ value, word: say(`digest.${value}`) }))}
        onChoose={(digest) => set({ digest })}
      />
      <Checkbox checked={draft.quiet} onChange={(event) => set({ quiet: event.target.checked })}>
        {say('quiet')}
      </Checkbox>
      {draft.quiet && (
        <>
          <Field label={say('quietFrom')}>
            {(field) => (
              <Input
                {...field}
                type="time"
                value={draft.from}
                onChange={(event) => set({ from: event.target.value })}
              />
            )}
          </Field>
          <Field label={say('quietTo')} hint={say('quietHint')} error={wrong ? say('needQuiet') : undefined}>
            {(field) => (
              <Input {...field} type="time" value={draft.to} onChange={(event) => set({ to: event.target.value })} />
            )}
          </Field>
        </>
      )}
      <ChoiceRow
        label={say('language')}
        value={draft.language}
        choices={languages}
        onChoose={(language) => set({ language })}
      />
      {present && (
        <Checkbox checked={draft.enabled} onChange={(event) => set({ enabled: event.target.checked })}>
          {say('enabled')}
        </Checkbox>
      )}
    </>
  );
}
