import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import { addCertificate, changeCertificate } from '@zhitong/contract/directory/organisation-holding-contract';
import { Input } from 'antd';
import { useState } from 'react';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { HoldingDialog, type HoldingEditor, useHeld } from './holding-dialog.tsx';
import { holdingText } from './holding-text.ts';

type Certificate = Organisation['ownCertificates'][number];

interface Props {
  readonly editor: HoldingEditor;
  /** absent: a new one */
  readonly present?: Certificate | undefined;
  readonly onClose: () => void;
}

const draftOf = (present: Certificate | undefined) => ({
  ...{ name: present?.name ?? '', number: present?.number ?? '', issuer: present?.issuer ?? '' },
  ...{ validFrom: present?.validFrom ?? '', validUntil: present?.validUntil ?? '' },
});

/** A certificate with its number, who issued it and until when it is valid. */
export function CertificateDialog({ editor: { id, version, bureau }, present, onClose }: Props) {
  const say = useText(holdingText);
  const [draft, setDraft] = useState(draftOf(present));
  const [tried, setTried] = useState(false);
  const adding = useHeld(addCertificate, onClose);
  const changing = useHeld(changeCertificate, onClose);
  const set = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed });
  const missing = draft.name.trim() === '';
  return (
    <HoldingDialog
      title={present ? say('certificateChange', { name: present.name }) : say('certificateTitle')}
      held={present ? changing : adding}
      bureau={bureau}
      onClose={onClose}
      onSave={(told) => {
        setTried(true);
        if (missing) return;
        const { name, number, issuer, validFrom, validUntil } = draft;
        const facts = { name, number: number.trim() || null, issuer: issuer.trim() || null };
        const body = { version, ...facts, validFrom: validFrom || null, validUntil: validUntil || null, ...told };
        if (present) changing.save({ params: { id: present.id }, body });
        else adding.save({ params: { id }, body });
      }}
    >
      <Field
        label={say('certificateName')}
        hint={say('certificateNameHint')}
        error={tried && missing ? say('needName') : undefined}
      >
        {(field) => (
          <Input
            {...field}
            value={draft.name}
            maxLength={120}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={say('number')}>
        {(field) => (
          <Input
            {...field}
            value={draft.number}
            maxLength={60}
            onChange={(event) => set({ number: event.target.value })}
          />
        )}
      </Field>
      <Field label={say('issuer')}>
        {(field) => (
          <Input
            {...field}
            value={draft.issuer}
            maxLength={120}
            onChange={(event) => set({ issuer: event.target.value })}
          />
        )}
      </Field>
      <Field label={say('validFrom')}>
        {(field) => <DateField {...field} value={draft.validFrom} onChange={(validFrom) => set({ validFrom })} />}
      </Field>
      <Field label={say('validUntil')} hint={say('validUntilHint')}>
        {(field) => <DateField {...field} value={draft.validUntil} onChange={(validUntil) => set({ validUntil })} />}
      </Field>
    </HoldingDialog>
  );
}
