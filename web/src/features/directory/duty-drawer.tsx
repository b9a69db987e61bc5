import { type Duty, getDuty } from '@zhitong/contract/directory/duty-contract';
import { Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { usePhone } from '#platform/media';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { useReturnFocus } from '#ui/return-focus';
import { Answered } from '#ui/states';
import { DutyAssignForm } from './duty-assign-form.tsx';
import { DutyEndForm } from './duty-end-form.tsx';
import { DutyFactsDrawer } from './duty-facts-form.tsx';
import { Answering, Vacant } from './duty-table.tsx';
import { dutyText } from './duty-text.ts';

interface DutyDrawerProps {
  readonly id: string;
  readonly asOf: string | undefined;
  readonly onClose: () => void;
}

/** One matter: what it is, who answers and why, who did before, and what may be done. */
export function DutyDrawer({ id, asOf, onClose }: DutyDrawerProps) {
  useReturnFocus();
  const say = useText(dutyText);
  const phone = usePhone();
  const asked = useAsk(getDuty, { params: { id }, query: asOf ? { asOf } : {} });
  return (
    <Drawer
      open
      onClose={onClose}
      title={<MixedText>{asked.data ? `${asked.data.number} ${asked.data.title}` : say('matter')}</MixedText>}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : 560}
    >
      <Answered asked={asked}>{(duty) => <DutyBody duty={duty} />}</Answered>
    </Drawer>
  );
}

function DutyBody({ duty }: { duty: Duty }) {
  const say = useText(dutyText);
  const language = useLanguage();
  const { body, owner, deputy, words, basis, description } = duty;
  const named = (post: Duty['owner']) => (post.away ? `${post.name}（${say('away')}）` : post.name);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [say('answering'), <Answering key="a" duty={duty} />],
    [
      say('body'),
      <AppLink key="b" to={`/organisations/${body.id}`}>
        {body.name}
      </AppLink>,
    ],
    [say('owner'), named(owner)],
    [say('deputy'), deputy ? named(deputy) : <Vacant key="d" />],
    [say('list'), `${say(`list.${duty.list}`)} · ${say(`class.${duty.class}`)} · ${say(`level.${duty.level}`)}`],
    ...(description === null ? [] : ([[say('description'), description]] as const)),
    [say('words'), words.length > 0 ? words.join('；') : '—'],
    [
      say('basis'),
      basis ?? (
        <span key="n" className="zt-ink-3">
          {say('noBasis')}
        </span>
      ),
    ],
    [say('validity'), spanWords(duty)],
    [say('source'), duty.source],
  ];
  return (
    <div className="zt-duty">
      {!duty.inForce && <p className="zt-notice">{say('notInForce')}</p>}
      <DutyActions duty={duty} />
      <dl className="zt-facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <MixedText>{value}</MixedText>
            </dd>
          </div>
        ))}
      </dl>
      <h3>{say('history')}</h3>
      <ol className="zt-duty-history">
        {duty.history.map((row) => (
          <li key={row.from}>
            <span className="zt-figures zt-ink-2">{spanWords(row)}</span>
            <MixedText>{`${row.body.name} · ${row.owner}${row.deputy ? `（${say('deputy')} ${row.deputy}）` : ''}`}</MixedText>
          </li>
        ))}
      </ol>
    </div>
  );

  function spanWords({ from, to }: { from: string; to: string | null }): string {
    const first = formatDate(from, language);
    return to === null ? say('since', { from: first }) : say('span', { from: first, to: formatDate(to, language) });
  }
}

type Doing = 'assign' | 'move' | 'edit' | 'end';

/** Only what this post may do; the form opens in place. */
function DutyActions({ duty }: { duty: Duty }) {
  const say = useText(dutyText);
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const may: readonly Doing[] = [
    ...(duty.allowed.includes('assign') ? (['assign'] as const) : []),
    ...(duty.allowed.includes('change') ? (['move', 'edit', 'end'] as const) : []),
  ];
  if (may.length === 0 || !duty.inForce) return null;
  return (
    <>
      <div className="zt-duty-actions">
        {may.map((name) => (
          <Button key={name} type={name === doing ? 'primary' : 'default'} onClick={() => setDoing(name)}>
            {say(name)}
          </Button>
        ))}
      </div>
      {(doing === 'assign' || doing === 'move') && (
        <DutyAssignForm key={doing} duty={duty} kind={doing} onDone={close} />
      )}
      {doing === 'end' && <DutyEndForm duty={duty} onDone={close} />}
      {doing === 'edit' && <DutyFactsDrawer duty={duty} onClose={close} />}
    </>
  );
}
