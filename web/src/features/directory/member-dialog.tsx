import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import { addMember, changeMembership } from '@zhitong/contract/directory/organisation-holding-contract';
import { Input } from 'antd';
import { useState } from 'react';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { HoldingDialog, type HoldingEditor, useHeld } from './holding-dialog.tsx';
import { holdingText } from './holding-text.ts';
import { OrganisationPick, type Picked } from './tree-finder.tsx';

type Membership = Organisation['memberships'][number];

interface Props {
  readonly editor: HoldingEditor;
  /** absent: a new one */
  readonly present?: Membership | undefined;
  readonly onClose: () => void;
}

const basisPoints = 100;

/** `33.34` → 3334; undefined: no share at all. */
function readShare(text: string): number | null | undefined {
  const typed = text.normalize('NFKC').replace('%', '').trim();
  if (typed === '') return null;
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(typed)) return undefined;
  const share = Math.round(Number(typed) * basisPoints);
  return share <= 100 * basisPoints ? share : undefined;
}

/** A member of an alliance: who, which share, since when. */
export function MemberDialog({ editor: { id, version, bureau }, present, onClose }: Props) {
  const say = useText(holdingText);
  const [member, setMember] = useState<Picked | undefined>(present?.other);
  const [share, setShare] = useState(present?.share == null ? '' : String(present.share / basisPoints));
  const [days, setDays] = useState({ from: present?.from ?? '', to: present?.to ?? '' });
  const [tried, setTried] = useState(false);
  const adding = useHeld(addMember, onClose);
  const changing = useHeld(changeMembership, onClose);
  const points = readShare(share);
  return (
    <HoldingDialog
      title={present ? say('memberChange', { name: present.other.name }) : say('memberTitle')}
      held={present ? changing : adding}
      bureau={bureau}
      onClose={onClose}
      onSave={(told) => {
        setTried(true);
        if (!member || points === undefined) return;
        const body = { version, share: points, from: days.from || null, to: days.to || null, ...told };
        if (present) changing.save({ params: { id: present.id }, body });
        else adding.save({ params: { id }, body: { ...body, memberId: member.id } });
      }}
    >
      {!present && (
        <Field label={say('member')} error={tried && !member ? say('needMember') : undefined}>
          {(field) => <OrganisationPick id={field.id} label={say('memberFind')} value={member} onPick={setMember} />}
        </Field>
      )}
      <Field
        label={say('share')}
        hint={say('shareHint')}
        error={tried && points === undefined ? say('needShare') : undefined}
      >
        {(field) => (
          <Input
            {...field}
            value={share}
            maxLength={7}
            inputMode="decimal"
            onChange={(event) => setShare(event.target.value)}
          />
        )}
      </Field>
      <Field label={say('joined')} hint={say('fromHint')}>
        {(field) => <DateField {...field} value={days.from} onChange={(from) => setDays({ ...days, from })} />}
      </Field>
      <Field label={say('left')} hint={say('leftHint')}>
        {(field) => <DateField {...field} value={days.to} onChange={(to) => setDays({ ...days, to })} />}
      </Field>
    </HoldingDialog>
  );
}
