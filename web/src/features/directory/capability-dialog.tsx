import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import { addCapability, changeCapability } from '@zhitong/contract/directory/organisation-holding-contract';
import { type CapabilityKind, capabilityKinds } from '@zhitong/domain/directory/organisation-fact';
import { Input } from 'antd';
import { useState } from 'react';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { Field } from '#ui/field';
import { HoldingDialog, type HoldingEditor, useHeld } from './holding-dialog.tsx';
import { holdingText } from './holding-text.ts';
import { capabilityWords, organisationText } from './organisation-text.ts';

interface Props {
  readonly editor: HoldingEditor;
  /** absent: a new one */
  readonly present?: Organisation['capabilities'][number] | undefined;
  readonly onClose: () => void;
}

/** A machine, a process or a capacity: what it is called, and how many. */
export function CapabilityDialog({ editor: { id, version, bureau }, present, onClose }: Props) {
  const say = useText(holdingText);
  const sayMore = useText(organisationText);
  const [kind, setKind] = useState<CapabilityKind>(present?.kind ?? 'machine');
  const [name, setName] = useState(present?.name ?? '');
  const [detail, setDetail] = useState(present?.detail ?? '');
  const [tried, setTried] = useState(false);
  const adding = useHeld(addCapability, onClose);
  const changing = useHeld(changeCapability, onClose);
  return (
    <HoldingDialog
      title={present ? say('capabilityChange', { name: present.name }) : say('capabilityTitle')}
      held={present ? changing : adding}
      bureau={bureau}
      onClose={onClose}
      onSave={(told) => {
        setTried(true);
        if (name.trim() === '') return;
        const body = { version, kind, name, detail: detail.trim() || null, ...told };
        if (present) changing.save({ params: { id: present.id }, body });
        else adding.save({ params: { id }, body });
      }}
    >
      <ChoiceRow
        label={say('kind')}
        value={kind}
        choices={capabilityKinds.map((value) => ({ value, word: sayMore(capabilityWords[value]) }))}
        onChoose={setKind}
      />
      <Field
        label={say('capabilityName')}
        hint={say('capabilityNameHint')}
        error={tried && name.trim() === '' ? say('needName') : undefined}
      >
        {(field) => <Input {...field} value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={say('detail')} hint={say('detailHint')}>
        {(field) => (
          <Input {...field} value={detail} maxLength={200} onChange={(event) => setDetail(event.target.value)} />
        )}
      </Field>
    </HoldingDialog>
  );
}
