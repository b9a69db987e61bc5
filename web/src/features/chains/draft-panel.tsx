import { DeleteOutlined } from '@ant-design/icons';
import { type SegmentTier, segmentTiers, segmentTierWords } from '@zhitong/domain/chains/chain-map';
import { placeInTier } from '@zhitong/domain/chains/draft-reshaping';
import { longestName } from '@zhitong/domain/chains/draft-rows';
import { Button, Drawer, Select } from 'antd';
import { useLanguage } from '#platform/display';
import { usePhone } from '#platform/media';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { MixedText } from '#ui/mixed-text';
import { useReturnFocus } from '#ui/return-focus';
import { Refused } from '#ui/states';
import { CommitInput } from './commit-input.tsx';
import { DraftLinks } from './draft-links.tsx';
import { shownName } from './draft-names.ts';
import type { PanelPart } from './draft-part.ts';
import { DraftProducts } from './draft-products.tsx';
import { DraftReshaping } from './draft-reshaping.tsx';
import { draftText } from './draft-text.ts';

/** A segment, opened: its name and tier, products, links, and what may become of it. All that the board does can be done here. */
export function DraftPanel({ onClose, ...part }: PanelPart & { readonly onClose: () => void }) {
  useReturnFocus();
  const say = useText(draftText);
  const language = useLanguage();
  const phone = usePhone();
  const { segment, session, still } = part;
  return (
    <Drawer
      open
      onClose={onClose}
      title={<MixedText>{shownName(segment, language)}</MixedText>}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : 480}
    >
      <div className="zt-section">
        {session.refusal && <Refused sentence={session.refusal} />}
        <NamePart {...part} />
        <DraftProducts {...part} />
        <DraftLinks {...part} />
        {!still && <DraftReshaping {...part} onGone={onClose} />}
        {!still && (
          <Button
            danger
            icon={<DeleteOutlined aria-hidden="true" />}
            onClick={() => {
              if (session.perform({ kind: 'remove-segment', id: segment.id })) onClose();
            }}
          >
            {say('delete')}
          </Button>
        )}
      </div>
    </Drawer>
  );
}

function NamePart({ segment, session, still }: PanelPart) {
  const say = useText(draftText);
  const language = useLanguage();
  const { id, name, nameEn, tier } = segment;
  const common = { longest: longestName, disabled: still };
  const toTier = (to: SegmentTier) => {
    const { segments } = session.content;
    const row = segments.filter((one) => one.tier === to && one.id !== id).length;
    session.perform({ kind: 'move-segment', id, tier: to, at: placeInTier(segments, { id, tier: to, row }) });
  };
  return (
    <>
      <Field label={say('name')}>
        {(field) => (
          <CommitInput
            {...{ ...common, id: field.id, value: name, required: true }}
            onCommit={(words) => session.perform({ kind: 'rename-segment', id, name: words, nameEn })}
          />
        )}
      </Field>
      <Field label={say('nameEn')}>
        {(field) => (
          <CommitInput
            {...{ ...common, id: field.id, value: nameEn ?? '' }}
            onCommit={(words) => session.perform({ kind: 'rename-segment', id, name, nameEn: words || null })}
          />
        )}
      </Field>
      <Field label={say('tier')}>
        {(field) => (
          <Select
            {...field}
            value={tier}
            disabled={still}
            options={segmentTiers.map((one) => ({ value: one, label: segmentTierWords[one][language] }))}
            onChange={toTier}
          />
        )}
      </Field>
    </>
  );
}
