import { actOnCase, type CaseDetail } from '@zhitong/contract/needs/case-contract';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { Draft } from '#platform/draft';
import { isRefused, useDo } from '#platform/query';
import { useShortcuts } from '#platform/shortcuts';
import { useText } from '#platform/text';
import { Refused, Trouble } from '#ui/states';
import { type CaseDeed, type CaseGiven, caseDeeds, caseKeys, instantDeeds, staysAfter } from './case-deeds.ts';
import { CaseForm } from './case-form.tsx';
import { caseText } from './case-text.ts';

interface CaseActionsProps {
  readonly shown: CaseDetail;
  readonly draft: Draft<string>;
  readonly onDone: (stays: boolean) => void;
}

/** Buttons for what this reader may do now, and nothing else; the form of the chosen one stands in place. */
export function CaseActions({ shown, draft, onDone }: CaseActionsProps) {
  const say = useText(caseText);
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<CaseDeed>();
  const doing = useDo(actOnCase);
  const allowed = caseDeeds.filter((deed) => shown.allowed.includes(deed));
  const first = allowed.find((deed) => deed === 'answer' || deed === 'help');
  const usual = shown.status === 'answered' && first === 'answer' ? undefined : first;
  const open = chosen !== undefined && allowed.includes(chosen) ? chosen : usual;
  const act = (action: CaseDeed, given: CaseGiven = {}) =>
    doing.mutate(
      { params: { id: shown.id }, body: { action, seen: shown.seq, ...given } },
      {
        onSuccess: () => {
          if (given.text !== undefined) draft.discard();
          setChosen(undefined);
          void message.success(say(`said.${action}`));
          onDone(staysAfter(action));
        },
        onError: (error) => {
          if (isRefused(error, 409)) onDone(true);
        },
      },
    );
  const choose = (deed: CaseDeed) => (instantDeeds.includes(deed) ? act(deed) : setChosen(deed));
  const keys = Object.fromEntries(
    Object.entries(caseKeys).map(([key, deed]) => [key, allowed.includes(deed) ? () => choose(deed) : undefined]),
  );
  useShortcuts({ ...keys, Escape: open === undefined ? undefined : () => leave() });
  const leave = () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setChosen(undefined);
  };
  if (allowed.length === 0) return null;
  return (
    <section className="zt-case-actions">
      {doing.error && <Overtaken error={doing.error} onRetry={() => doing.reset()} />}
      <div className="zt-answer-buttons">
        {allowed.map((deed) => (
          <Button
            key={deed}
            type={deed === open ? 'primary' : 'default'}
            aria-pressed={deed === open}
            loading={doing.isPending && doing.variables.body.action === deed}
            onClick={() => choose(deed)}
          >
            {say(`do.${deed}`)}
            <KeyHint deed={deed} />
          </Button>
        ))}
      </div>
      {open && (
        <CaseForm
          key={open}
          deed={open}
          shown={shown}
          draft={draft}
          asked={chosen !== undefined}
          sending={doing.isPending}
          onSend={(given) => act(open, given)}
        />
      )}
    </section>
  );
}

function KeyHint({ deed }: { deed: CaseDeed }) {
  const key = Object.entries(caseKeys).find(([, of]) => of === deed)?.[0];
  return key ? (
    <span aria-hidden="true">
      <kbd>{key}</kbd>
    </span>
  ) : null;
}

/** Somebody was quicker, or it is not possible now: the sentence says what is, and the way to what happened. */
function Overtaken({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const say = useText(caseText);
  if (!isRefused(error)) return <Trouble error={error} onRetry={onRetry} />;
  return (
    <div>
      <Refused sentence={error.message} />
      {error.status === 409 && (
        <p className="zt-meta">
          {say('movedOn')} <a href="#case-history">{say('seeWhat')}</a>
        </p>
      )}
    </div>
  );
}
