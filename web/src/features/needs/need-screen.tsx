import { useQueryClient } from '@tanstack/react-query';
import { getNeed, listNeeds, type Need, withdrawNeed } from '@zhitong/contract/needs/need-contract';
import { needClassWords } from '@zhitong/domain/needs/need-class';
import { App, Button, Dropdown, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useAddress } from '#platform/address';
import { useMinute } from '#platform/clock';
import { copyText } from '#platform/copy-text';
import { useLanguage } from '#platform/display';
import { formatBefore } from '#platform/format-date';
import { formatNeedSubject } from '#platform/format-need';
import { useMay } from '#platform/may';
import { refresh, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
import { Trouble } from '#ui/states';
import { CascadePart } from './cascade-part.tsx';
import { CaseLight } from './case-light.tsx';
import { asPlainText } from './need-as-text.ts';
import { NeedLight } from './need-light.tsx';
import { NeedOriginal } from './need-original.tsx';
import { NeedTimeline } from './need-timeline.tsx';
import { needsText } from './needs-text.ts';

interface NeedScreenProps {
  readonly need: Need;
  readonly matches: ReactNode;
  readonly answers: ReactNode;
  /** the primary action: choose a supplier */
  readonly choose: ReactNode;
}

/** Who fits best, why, and where does it stand? */
export function NeedScreen({ need, matches, answers, choose }: NeedScreenProps) {
  const say = useText(needsText);
  const language = useLanguage();
  const minute = useMinute();
  const address = useAddress();
  const facts = [need.deadline && formatBefore(need.deadline, minute, language), need.place?.text].filter(Boolean);
  const title = [formatNeedSubject(need, language), ...facts].join(' · ');
  const sourcing = [
    { key: 'matches', label: say('tabMatches', { count: need.counts.matched }), children: matches },
    {
      key: 'answers',
      label: say('tabAnswers', { count: need.counts.quoted + need.counts.declined }),
      children: answers,
    },
  ];
  const tabs = [
    ...sourcing,
    { key: 'timeline', label: say('tabTimeline'), children: <NeedTimeline entries={need.timeline} /> },
    { key: 'original', label: say('tabOriginal'), children: <NeedOriginal need={need} /> },
  ];
  const first = tabs[0]?.key;
  const tab = tabs.find(({ key }) => key === address.get('tab'))?.key ?? first;
  return (
    <Page title={title} finding={<Finding need={need} />} action={<Actions need={need} choose={choose} />}>
      <CascadePart needId={need.id} />
      <Tabs
        {...(tab !== undefined && { activeKey: tab })}
        onChange={(next) => address.set({ tab: next === first ? undefined : next }, 'quietly')}
        items={tabs}
      />
    </Page>
  );
}

function Finding({ need }: { need: Need }) {
  const say = useText(needsText);
  const { counts } = need;
  const kept = useKeptSentence(need);
  const reached =
    counts.matched === 0 ? say('findingNobody') : say('finding', { ...counts, unseen: counts.matched - counts.seen });
  return (
    <span className="zt-need-finding">
      {need.state === 'open' ? <NeedLight need={need} /> : <strong>{say(`state.${need.state}`)}</strong>}
      <span>{kept ?? reached}</span>
      {need.case && need.state === 'open' && (
        <span>
          <MixedText>{say('caseLine', { lead: need.case.lead.name })}</MixedText>{' '}
          <CaseLight row={need.case} dayMinutes={need.case.dayMinutes} />
        </span>
      )}
      {need.deal && <AppLink to={`/deals/${need.deal.id}`}>{say('openDeal')}</AppLink>}
    </span>
  );
}

/** Of a need that is kept back: that it is, why, and what can be done. Undefined: it was sent. */
function useKeptSentence({ keptBack, state }: Need): string | undefined {
  const say = useText(needsText);
  const language = useLanguage();
  const may = useMay();
  if (keptBack === null) return undefined;
  const words = { class: needClassWords[keptBack][language] };
  if (state !== 'open') return say('findingKeptRuled', words);
  return say(may('need.rule') ? 'findingKeptBureau' : 'findingKept', words);
}

function Actions({ need, choose }: { need: Need; choose: ReactNode }) {
  const say = useText(needsText);
  const language = useLanguage();
  const sayShared = useText(sharedText);
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const withdrawing = useDo(withdrawNeed);

  const copy = async () => {
    if (await copyText(asPlainText(need, location.href, { language, say }))) void message.success(say('copied'));
  };
  const withdraw = () => {
    const params = { id: need.id };
    withdrawing.mutate({ params }, { onSuccess: () => refresh(client, getNeed, listNeeds) });
  };
  const ask = () =>
    modal.confirm({
      title: say('withdraw'),
      content: say('withdrawAsk'),
      okText: say('withdrawSure'),
      cancelText: say('keepIt'),
      onOk: withdraw,
    });
  const more = [{ key: 'withdraw', label: say('withdraw'), onClick: ask }];
  return (
    <>
      {withdrawing.error && <Trouble error={withdrawing.error} />}
      {choose}
      <Button onClick={() => void copy()}>{say('copyText')}</Button>
      {need.allowed.includes('withdraw') && (
        <Dropdown menu={{ items: more }} trigger={['click']}>
          <Button>⋯ {sayShared('more')}</Button>
        </Dropdown>
      )}
    </>
  );
}
