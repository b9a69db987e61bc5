import { enterTarget, joinTarget } from '@zhitong/contract/investment/target-step-contract';
import { App, Button } from 'antd';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDay } from '#platform/format-date';
import { useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Trouble } from '#ui/states';
import { useDone } from './target-done.ts';
import type { TargetPage } from './target-page.ts';
import { targetPageText } from './target-page-text.ts';

export function EnterButton({ id }: { id: string }) {
  const say = useText(targetPageText);
  const entering = useDo(enterTarget);
  const done = useDone(say('entered'), () => undefined);
  return (
    <>
      {entering.error && <Trouble error={entering.error} />}
      <div className="zt-target-actions">
        <Button
          type="primary"
          loading={entering.isPending}
          onClick={() => entering.mutate({ params: { id }, body: {} }, done)}
        >
          {say('enter')}
        </Button>
      </div>
    </>
  );
}

/** Who has it, and which bodies go on with it together. */
export function TargetPeople({ found: { target } }: { found: TargetPage }) {
  const say = useText(targetPageText);
  const { owner, participants } = target;
  return (
    <section className="zt-card zt-padded zt-section" aria-labelledby="people">
      <h2 id="people">{say('people')}</h2>
      <dl className="zt-facts">
        <div>
          <dt>{say('owner')}</dt>
          <dd>
            <MixedText>{`${owner.body.name} ${owner.person}`}</MixedText>
          </dd>
        </div>
        <div>
          <dt>{say('participants')}</dt>
          <dd>
            {participants.length === 0 ? (
              <span className="zt-ink-3">{say('alone')}</span>
            ) : (
              participants.map(({ id, name }) => (
                <div key={id}>
                  <MixedText>{name}</MixedText>
                </div>
              ))
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** Other open records that look like the same firm, with who has them and the one press that joins. */
export function TargetAlike({ found }: { found: TargetPage }) {
  const say = useText(targetPageText);
  const language = useLanguage();
  const minute = useMinute();
  const { target, alike } = found;
  if (alike.length === 0) return null;
  return (
    <section className="zt-card zt-padded zt-section" aria-labelledby="alike">
      <h2 id="alike">{say('alike')}</h2>
      {target.alike && <p className="zt-ink-2">{say('alikeReason', { reason: target.alike.reason })}</p>}
      {alike.map((other) => (
        <div key={other.id} className="zt-section">
          <p>
            <MixedText>
              {say('alikeText', {
                ...{ firm: other.firm, body: other.owner.body.name, person: other.owner.person },
                day: formatDay(other.registeredAt, minute, language),
              })}
            </MixedText>
          </p>
          <div className="zt-target-actions">
            {found.can.change && <JoinButton found={found} other={other} />}
            <AppLink className="zt-button-link" to={`/targets/${other.id}`}>
              {say('intoOpen', { firm: other.firm })}
            </AppLink>
          </div>
        </div>
      ))}
    </section>
  );
}

function JoinButton({ found, other }: { found: TargetPage; other: TargetPage['alike'][number] }) {
  const say = useText(targetPageText);
  const sayShared = useText(sharedText);
  const { modal } = App.useApp();
  const joining = useDo(joinTarget);
  const done = useDone(say('joinedNow'), () => undefined);
  const send = () =>
    joining.mutate({ params: { id: found.target.id }, body: { into: other.id, seen: found.seq } }, done);
  const ask = () =>
    modal.confirm({
      ...{ title: say('joinOther'), content: <MixedText>{say('joinAsk', { firm: other.firm })}</MixedText> },
      ...{ okText: say('join'), cancelText: sayShared('cancel'), onOk: send },
    });
  return (
    <>
      {joining.error && <Trouble error={joining.error} />}
      <Button onClick={ask} loading={joining.isPending}>
        {say('joinOther')}
      </Button>
    </>
  );
}
