import { needTextRefusals } from '@zhitong/domain/needs/need-refusals';
import { longestNeedText } from '@zhitong/domain/needs/parse-result';
import { fillIn } from '@zhitong/domain/refusal';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '#platform/display';
import { formatTime } from '#platform/format-date';
import { formatCount } from '#platform/format-number';
import { isRefused } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Refused } from '#ui/states';
import { offerUndo } from '#ui/undo';
import { chipOf } from './chip-origin.ts';
import type { Composer } from './composer.tsx';
import { ComposerChips } from './composer-chips.tsx';
import { ComposerDeadline } from './composer-deadline.tsx';
import { ComposerField } from './composer-field.tsx';
import { ComposerFindings } from './composer-findings.tsx';
import { composerText } from './composer-text.ts';

interface ComposerFormProps {
  readonly composer: Composer;
  readonly onSend: () => void;
  /** which list it goes onto, below the field */
  readonly lists?: ReactNode | undefined;
  /** in place of the chips, for the lists that have none */
  readonly instead?: ReactNode | undefined;
}

/** Text, chips, findings: the left side of the composer. */
export function ComposerForm({ composer, onSend, lists, instead }: ComposerFormProps) {
  const [openChip, setOpenChip] = useState<string>();
  const { draft, parse, settledText } = composer;
  const { text } = draft.value;
  const spans =
    instead === undefined && settledText === text && !parse.isPlaceholderData ? (parse.data?.spans ?? []) : [];
  return (
    <div className="zt-composer-left">
      <div className="zt-card">
        <ComposerField
          text={text}
          spans={spans}
          onChange={composer.setText}
          onPick={(span) => setOpenChip(chipOf(span, spans))}
          onSend={onSend}
        />
        <KeptLine composer={composer} />
      </div>
      <FromGap gap={draft.value.gap} />
      <TooLong length={text.length} />
      {isRefused(parse.error) && <Refused sentence={parse.error.message} />}
      {lists}
      {instead ?? (
        <>
          <ComposerChips composer={composer} openChip={openChip} onOpenChip={setOpenChip} />
          <ComposerDeadline composer={composer} />
          <ComposerFindings composer={composer} />
        </>
      )}
    </div>
  );
}

function TooLong({ length }: { length: number }) {
  const language = useLanguage();
  if (length <= longestNeedText) return null;
  const sentence = fillIn(needTextRefusals['needs.text-too-long'][language], { length: formatCount(length, language) });
  return <Refused sentence={sentence} />;
}

function KeptLine({ composer: { draft, discard, setText } }: { composer: Composer }) {
  const say = useText(composerText);
  const clear = () => {
    const { text } = draft.value;
    discard();
    offerUndo(say('discarded'), () => setText(text));
  };
  return (
    <p className="zt-kept zt-meta">
      <span>{draft.keptAt && say('kept', { time: formatTime(draft.keptAt) })}</span>
      {draft.value.text !== '' && (
        <Button type="link" size="small" onClick={clear}>
          {say('discard')}
        </Button>
      )}
    </p>
  );
}

/** Where it came from, with the way back; it is kept with the need. */
function FromGap({ gap }: { gap: string | undefined }) {
  const say = useText(composerText);
  const [chain, product] = gap?.split(':') ?? [];
  if (!chain || !product) return null;
  return (
    <p className="zt-meta">
      {say('fromGap')} <AppLink to={`/chains/${chain}/gaps/${product}`}>{say('openGap')}</AppLink>
    </p>
  );
}
