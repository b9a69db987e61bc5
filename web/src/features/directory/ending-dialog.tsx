import {
  endCapability,
  endCertificate,
  endMembership,
  takeBackFormerName,
} from '@zhitong/contract/directory/organisation-holding-contract';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { isoToday } from '#platform/format-date';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { HoldingDialog, type HoldingEditor, useHeld } from './holding-dialog.tsx';
import { holdingText } from './holding-text.ts';

interface Props {
  readonly editor: HoldingEditor;
  readonly row: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

const endings = { capability: endCapability, certificate: endCertificate } as const;

/** It no longer has this machine, or no longer holds this certificate. */
export function EndDialog({ editor, row, kind, onClose }: Props & { readonly kind: keyof typeof endings }) {
  const say = useText(holdingText);
  const held = useHeld(endings[kind], onClose);
  return (
    <HoldingDialog
      title={say('endTitle', { name: row.name })}
      lead={say('endLead')}
      endWord={say('end')}
      {...{ held, onClose }}
      bureau={false}
      onSave={({ why }) =>
        held.save({ params: { id: row.id }, body: { version: editor.version, ...(why && { why }) } })
      }
    />
  );
}

/** A member leaves an alliance on a day. `own`: it is told from the alliance's page, whose version is known. */
export function LeaveAllianceDialog({ editor, row, own, onClose }: Props & { readonly own: boolean }) {
  const say = useText(holdingText);
  const [on, setOn] = useState(isoToday(useMinute()));
  const held = useHeld(endMembership, onClose);
  return (
    <HoldingDialog
      title={say('leaveTitle', { name: row.name })}
      lead={say('leaveLead')}
      endWord={say('leaveNow')}
      {...{ held, onClose }}
      bureau={false}
      onSave={({ why }) => {
        if (on === '') return;
        const version = own ? { version: editor.version } : {};
        held.save({ params: { id: row.id }, body: { on, ...version, ...(why && { why }) } });
      }}
    >
      <Field label={say('leaveOn')} error={on === '' ? say('needDay') : undefined}>
        {(field) => <DateField {...field} value={on} onChange={setOn} />}
      </Field>
    </HoldingDialog>
  );
}

/** A former name was entered wrongly. */
export function TakeBackDialog({ editor, name, until, onClose }: Omit<Props, 'row'> & { name: string; until: string }) {
  const say = useText(holdingText);
  const held = useHeld(takeBackFormerName, onClose);
  return (
    <HoldingDialog
      title={say('takeBackTitle', { name })}
      lead={say('takeBackLead')}
      endWord={say('takeBackNow')}
      {...{ held, onClose }}
      bureau={false}
      onSave={({ why }) =>
        held.save({ params: { id: editor.id }, body: { until, version: editor.version, ...(why && { why }) } })
      }
    />
  );
}
