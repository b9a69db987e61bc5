import { addFormerName } from '@zhitong/contract/directory/organisation-holding-contract';
import { Input } from 'antd';
import { useState } from 'react';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { HoldingDialog, type HoldingEditor, useHeld } from './holding-dialog.tsx';
import { holdingText } from './holding-text.ts';

/** What it was called before, from when to when. */
export function FormerNameDialog({ editor, onClose }: { editor: HoldingEditor; onClose: () => void }) {
  const say = useText(holdingText);
  const [draft, setDraft] = useState({ name: '', from: '', until: '' });
  const [tried, setTried] = useState(false);
  const held = useHeld(addFormerName, onClose);
  const { name, from, until } = draft;
  return (
    <HoldingDialog
      title={say('formerTitle')}
      lead={say('formerLead')}
      held={held}
      bureau={editor.bureau}
      onClose={onClose}
      onSave={(told) => {
        setTried(true);
        if (name.trim() === '' || until === '') return;
        const body = { version: editor.version, name, from: from || null, until, ...told };
        held.save({ params: { id: editor.id }, body });
      }}
    >
      <Field label={say('formerName')} error={tried && name.trim() === '' ? say('needName') : undefined}>
        {(field) => (
          <Input
            {...field}
            value={name}
            maxLength={120}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={say('from')} hint={say('fromHint')}>
        {(field) => <DateField {...field} value={from} onChange={(day) => setDraft({ ...draft, from: day })} />}
      </Field>
      <Field label={say('until')} error={tried && until === '' ? say('needDay') : undefined}>
        {(field) => <DateField {...field} value={until} onChange={(day) => setDraft({ ...draft, until: day })} />}
      </Field>
    </HoldingDialog>
  );
}
