import { useQueryClient } from '@tanstack/react-query';
import { type CaseDetail, getCase, listCases } from '@zhitong/contract/needs/case-contract';
import { spokenWork } from '@zhitong/domain/needs/working-words';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { refresh, useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { Answered } from '#ui/states';
import { CascadePart } from './cascade-part.tsx';
import { CaseActions } from './case-actions.tsx';
import { useCaseDraft } from './case-draft.ts';
import { CaseHistory } from './case-history.tsx';
import { CaseLight } from './case-light.tsx';
import { CaseSheetPart } from './case-sheet.tsx';
import { CaseSide } from './case-side.tsx';
import { caseText } from './case-text.ts';
import { OrderOfCase } from './order-of-case.tsx';

interface CaseDetailPartProps {
  readonly id: string;
  /** something final was done: the next case is shown */
  readonly onDone: () => void;
}

/** One case: the matter with what may be done now, and beside it the firm and what helps to answer. */
export function CaseDetailPart({ id, onDone }: CaseDetailPartProps) {
  const asked = useAsk(getCase, { params: { id } }, { keep: false });
  return (
    <div className="zt-case-detail">
      <Answered asked={asked} rows={10}>
        {({ case: shown }) => <Both shown={shown} onDone={onDone} />}
      </Answered>
    </div>
  );
}

function Both({ shown, onDone }: { shown: CaseDetail; onDone: () => void }) {
  const client = useQueryClient();
  const draft = useCaseDraft(shown.id);
  return (
    <div className="zt-case-both">
      <article className="zt-card zt-case-matter">
        <Head shown={shown} />
        {shown.text !== shown.title && <blockquote lang="zh">{shown.text}</blockquote>}
        {shown.list === 'technology' && <CaseSheetPart id={shown.id} />}
        {shown.list === 'sourcing' && <CascadePart needId={shown.need.id} />}
        <CaseActions
          shown={shown}
          draft={draft}
          onDone={(stays) => {
            refresh(client, getCase, listCases);
            if (!stays) onDone();
          }}
        />
        <OrderOfCase id={shown.id} title={shown.title} />
        <CaseHistory events={shown.events} />
      </article>
      <CaseSide shown={shown} draft={draft} />
    </div>
  );
}

function Head({ shown }: { shown: CaseDetail }) {
  const say = useText(caseText);
  const language = useLanguage();
  const minute = useMinute();
  const at = formatInstantExactly(shown.start, minute, language);
  const facts = { at, lead: shown.lead.name, holder: shown.holder ?? '' };
  const wanted = shown.extensionWantedMinutes;
  return (
    <header>
      <h2>
        <MixedText>{shown.title}</MixedText>
      </h2>
      <p className="zt-case-standing">
        <CaseLight row={shown} dayMinutes={shown.dayMinutes} />
        <span>{say(`status.${shown.status}`)}</span>
      </p>
      <p className="zt-ink-2">
        <MixedText>{shown.holder ? say('submittedHolder', facts) : say('submitted', facts)}</MixedText>
      </p>
      <p className="zt-ink-2">
        <MixedText>{shown.next}</MixedText>
      </p>
      {wanted !== null && (
        <p className="zt-notice">{say('extensionWaits', { span: spokenWork(wanted, shown.dayMinutes, language) })}</p>
      )}
    </header>
  );
}
