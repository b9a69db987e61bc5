import { Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { usePhone } from '#platform/media';
import { useText } from '#platform/text';
import { Page } from '#ui/page';
import { BankPicker } from './bank-picker.tsx';
import type { Composer } from './composer.tsx';
import { ComposerForm } from './composer-form.tsx';
import { composerText } from './composer-text.ts';
import { LoanEditor } from './loan-editor.tsx';
import { KeptWarning, PublishBar, PublishButton, type Publishing, usePublishing } from './publish.tsx';
import { AnswerAccepted, answersId } from './request-answers.tsx';
import { DraftOfOtherDevice } from './request-draft.tsx';
import { RequestFilePicker } from './request-files.tsx';
import type { RequestForm } from './request-form.tsx';
import { RequestLists } from './request-lists.tsx';
import { RequestProposal } from './request-proposal.tsx';
import { SendBar, SendButton, SendTrouble, WhoSees } from './request-send.tsx';
import { requestText } from './request-text.ts';
import { SheetEditor } from './sheet-editor.tsx';

interface ComposerScreenProps {
  readonly composer: Composer;
  /** who would be told, live */
  readonly reach: ReactNode;
  /** how many that are; undefined while nobody can tell */
  readonly reachCount: number | undefined;
  /** the one form for all four lists; undefined: sourcing alone */
  readonly request?: RequestForm | undefined;
}

/** Text, chips, reach, button: side by side on a desk, one below the other with a bar at the foot on a phone. */
export function ComposerScreen({ composer, reach, reachCount, request }: ComposerScreenProps) {
  const phone = usePhone();
  const publishing = usePublishing(composer);
  // the field stays the same one when the list changes: the text is kept, and so is the place in it
  const other = request?.list !== undefined && request.list !== 'sourcing' ? request : undefined;
  // words no list is seen in: nothing of a list is drawn before one is chosen
  const unchosen = request?.list === undefined && request?.proposal !== undefined ? request : undefined;
  const proposal = other && <RequestProposal request={other} text={composer.draft.value.text} />;
  const bars = { other, publishing, reach, reachCount };
  return (
    <FormPage composer={composer} request={request}>
      <div className="zt-composer">
        <div className="zt-composer-left">
          <ComposerForm
            composer={composer}
            onSend={other ? other.sending.publish : publishing.publish}
            lists={request && <RequestLists request={request} />}
            instead={other ? <RequestExtras request={other} /> : unchosen && <ChooseList />}
          />
          {phone ? <PhoneProposal {...bars}>{proposal}</PhoneProposal> : !unchosen && <DeskBar {...bars} />}
        </div>
        {!phone && !unchosen && <Beside {...bars}>{proposal}</Beside>}
      </div>
      {phone && !unchosen && <PhoneBar {...bars} />}
    </FormPage>
  );
}

interface BarProps extends Pick<ComposerScreenProps, 'reach' | 'reachCount'> {
  readonly other: RequestForm | undefined;
  readonly publishing: Publishing;
}

/** Whom it goes to; nobody is counted for what is kept back. */
function Beside({ other, publishing, reach, children }: BarProps & { children: ReactNode }) {
  const say = useText(composerText);
  const sayRequest = useText(requestText);
  if (!other && publishing.keptBack) return null;
  return (
    <aside className="zt-card zt-padded" aria-label={other ? sayRequest('where') : say('reachTitle')}>
      {children ?? reach}
    </aside>
  );
}

/** What stands beside the form on a desk, below it; the bar at the foot has room for little. */
function PhoneProposal({ other, publishing, children }: BarProps & { children: ReactNode }) {
  if (!other) return <KeptWarning publishing={publishing} />;
  return (
    <div className="zt-card zt-padded">
      {children}
      <WhoSees request={other} />
    </div>
  );
}

function DeskBar({ other, publishing, reachCount }: BarProps) {
  return other ? <SendBar request={other} /> : <PublishBar publishing={publishing} reach={reachCount} />;
}

function PhoneBar({ other, ...rest }: BarProps) {
  return other ? <RequestBar request={other} /> : <ReachBar {...rest} />;
}

/** Only what this list still needs besides the words. */
function RequestExtras({ request }: { request: RequestForm }) {
  return (
    <>
      {request.list === 'funding' && <LoanEditor value={request.loan} onChange={request.setLoan} />}
      {request.list === 'funding' && <BankPicker value={request.banks} onChange={request.setBanks} />}
      {request.list === 'technology' && (
        <SheetEditor value={request.sheet} onChange={request.setSheet} read={request.sheetRead} tried={request.tried} />
      )}
      <RequestFilePicker files={request.files} onChange={request.setFiles} />
    </>
  );
}

function FormPage({
  composer,
  request,
  children,
}: Pick<ComposerScreenProps, 'composer' | 'request'> & { children: ReactNode }) {
  const say = useText(composerText);
  const sayRequest = useText(requestText);
  return request ? (
    <Page title={sayRequest('formTitle')} finding={sayRequest('formFinding')}>
      <AnswerAccepted accepting={request.accepting} />
      <DraftOfOtherDevice composer={composer} />
      {children}
    </Page>
  ) : (
    <Page title={say('title')} finding={say('finding')}>
      {children}
    </Page>
  );
}

/** Why nothing can be sent yet. */
function ChooseList() {
  const say = useText(requestText);
  return (
    <p className="zt-notice" role="status">
      {say('chooseFirst')}
    </p>
  );
}

function RequestBar({ request }: { request: RequestForm }) {
  const say = useText(requestText);
  const answers = request.proposal?.answers.length ?? 0;
  return (
    <div className="zt-sheet-bar zt-request-bar">
      <SendTrouble request={request} />
      {answers > 0 && (
        <button
          type="button"
          className="zt-plain-button"
          onClick={() => document.getElementById(answersId)?.scrollIntoView({ block: 'start' })}
        >
          {say('seeAnswers', { count: answers })}
        </button>
      )}
      <SendButton request={request} />
    </div>
  );
}

function ReachBar({
  publishing,
  reach,
  reachCount,
}: Pick<ComposerScreenProps, 'reach' | 'reachCount'> & { publishing: Publishing }) {
  const say = useText(composerText);
  const [sheet, setSheet] = useState(false);
  return (
    <>
      <div className="zt-sheet-bar">
        <button
          type="button"
          className="zt-plain-button"
          onClick={() => setSheet(true)}
          disabled={!reachCount || publishing.keptBack !== null}
        >
          {say('willReach', { count: publishing.keptBack ? 0 : (reachCount ?? 0) })}
        </button>
        <PublishButton publishing={publishing} reach={undefined} />
      </div>
      <Drawer open={sheet} onClose={() => setSheet(false)} placement="bottom" size="85%" title={say('reachTitle')}>
        {reach}
      </Drawer>
    </>
  );
}
