import type { CaseDetail } from '@zhitong/contract/needs/case-contract';
import {
  caseHandBackCodes,
  caseHandBackWords,
  caseUnsolvedCodes,
  caseUnsolvedWords,
} from '@zhitong/domain/needs/case-codes';
import { requestNeeds } from '@zhitong/domain/needs/case-request';
import { spokenWork } from '@zhitong/domain/needs/working-words';
import { Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { isComposing } from '#platform/composing';
import { useLanguage } from '#platform/display';
import type { Draft } from '#platform/draft';
import { formatTime } from '#platform/format-date';
import { useText } from '#platform/text';
import { ErrorSummary } from '#ui/error-summary';
import type { CaseDeed, CaseGiven } from './case-deeds.ts';
import { BodyField, DaysField, ReasonField, TextField } from './case-fields.tsx';
import { caseText } from './case-text.ts';
import { TransferField } from './case-transfer.tsx';

interface CaseFormProps {
  readonly deed: CaseDeed;
  readonly shown: CaseDetail;
  readonly draft: Draft<string>;
  /** the person chose it: its first field takes the focus */
  readonly asked: boolean;
  readonly sending: boolean;
  readonly onSend: (given: CaseGiven) => void;
}

const missingWords = { text: 'needText', reason: 'needReason', to: 'needBody' } as const;
const firstDays = 3;

/** The form of one action in place: what it needs, what it costs, one button. */
export function CaseForm({ deed, shown, draft, asked, sending, onSend }: CaseFormProps) {
  const say = useText(caseText);
  const [given, setGiven] = useState<CaseGiven>(deed === 'extend' ? { days: firstDays } : {});
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const whole: CaseGiven = { ...given, ...(draft.value.trim() !== '' && { text: draft.value.trim() }) };
  const has = { text: whole.text, reason: whole.reason, to: whole.to ?? whole.matter };
  const missing = (requestNeeds[deed] ?? []).filter((part) => has[part] === undefined);
  const change = (next: CaseGiven) => setGiven({ ...given, ...next });
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (missing.length === 0 && !sending) onSend(whole);
  };
  useEffect(() => {
    if (asked) form.current?.querySelector<HTMLElement>('textarea, input')?.focus();
  }, [asked]);
  return (
    <form
      ref={form}
      className="zt-case-form"
      aria-label={say(`do.${deed}`)}
      onSubmit={send}
      noValidate
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) send();
      }}
    >
      {tried && <ErrorSummary problems={missing.map((part) => say(missingWords[part]))} />}
      <Fields deed={deed} shown={shown} given={given} onChange={change} />
      <TextField deed={deed} draft={draft} error={tried && missing.includes('text') ? say('needText') : undefined} />
      <div className="zt-quote-send">
        <span className="zt-meta">
          {draft.keptAt ? say('draftKept', { time: formatTime(draft.keptAt) }) : say('draftHint')}
        </span>
        <Button type="primary" danger={deed === 'hand-back' || deed === 'close'} htmlType="submit" loading={sending}>
          {say(`send.${sendWord(deed)}`)}
        </Button>
      </div>
    </form>
  );
}

type Sent = 'answer' | 'help' | 'ask-firm' | 'hand-back' | 'ask-helper' | 'extend' | 'transfer' | 'close';
const sent: readonly Sent[] = ['answer', 'help', 'ask-firm', 'hand-back', 'ask-helper', 'extend', 'transfer', 'close'];
const sendWord = (deed: CaseDeed): Sent => sent.find((one) => one === deed) ?? 'answer';

interface FieldsProps {
  readonly deed: CaseDeed;
  readonly shown: CaseDetail;
  readonly given: CaseGiven;
  readonly onChange: (next: CaseGiven) => void;
}

/** What an action asks for beside its words. */
function Fields({ deed, shown, given, onChange }: FieldsProps) {
  const say = useText(caseText);
  const language = useLanguage();
  const cost = spokenWork(shown.handBackCostMinutes, shown.dayMinutes, language);
  if (deed === 'hand-back')
    return (
      <>
        <p className="zt-notice">{say('handBackCost', { cost })}</p>
        <ReasonField codes={caseHandBackCodes} words={caseHandBackWords} value={given.reason} onChange={onChange} />
      </>
    );
  if (deed === 'close')
    return <ReasonField codes={caseUnsolvedCodes} words={caseUnsolvedWords} value={given.reason} onChange={onChange} />;
  if (deed === 'ask-helper') return <BodyField onChange={onChange} />;
  if (deed === 'transfer') return <TransferField candidates={shown.candidates} given={given} onChange={onChange} />;
  if (deed === 'extend')
    return (
      <>
        <p className="zt-notice">{say('extendHint')}</p>
        <DaysField value={given.days ?? firstDays} onChange={onChange} />
      </>
    );
  return null;
}
