import { type AlikeCase, listAlikeCases } from '@zhitong/contract/needs/case-alike-contract';
import { App, Button } from 'antd';
import type { Draft } from '#platform/draft';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Answered } from '#ui/states';
import { caseText } from './case-text.ts';

interface CaseAlikeProps {
  readonly id: string;
  /** an answer can be written now */
  readonly quotable: boolean;
  readonly draft: Draft<string>;
}

/** Cases of the same body that read like this one, and what was answered; a click puts the answer into the draft. */
export function CaseAlike({ id, quotable, draft }: CaseAlikeProps) {
  const say = useText(caseText);
  const asked = useAsk(listAlikeCases, { params: { id } }, { keep: false, worded: false });
  return (
    <section className="zt-card zt-padded">
      <h3>{say('alike')}</h3>
      <Answered asked={asked} rows={2}>
        {({ alike }) =>
          alike.length === 0 ? (
            <p className="zt-meta">{say('noAlike')}</p>
          ) : (
            <ul>
              {alike.map((one) => (
                <Alike key={one.case.id} one={one} {...(quotable && { draft })} />
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}

function Alike({ one, draft }: { one: AlikeCase; draft?: Draft<string> }) {
  const say = useText(caseText);
  const { message } = App.useApp();
  const percent = Math.round(one.score * 100);
  const quote = (into: Draft<string>) => {
    into.change(into.value.trim() === '' ? one.answer : `${into.value.trimEnd()}\n${one.answer}`);
    void message.success(say('quoted'));
  };
  return (
    <li>
      <AppLink to={`/cases/${one.case.id}?who=done`}>{one.case.title}</AppLink>
      <p className="zt-meta">
        <MixedText>
          {`${say('alikeOf', { percent, firm: one.asker.name })} · ${say(`status.${one.case.status}`)}`}
        </MixedText>
      </p>
      <p className="zt-case-quote" lang="zh">
        {one.answer}
      </p>
      {draft && (
        <Button size="small" onClick={() => quote(draft)}>
          {say('quote')}
        </Button>
      )}
    </li>
  );
}
