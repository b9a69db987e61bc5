import { changeSourcingTerms, listSourcingTerms } from '@zhitong/contract/needs/city-terms-contract';
import { cascadeRings, ringWords } from '@zhitong/domain/needs/cascade-ring';
import { needKinds } from '@zhitong/domain/needs/need';
import type { CitySourcingTerms } from '@zhitong/domain/needs/sourcing-terms';
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { useDo } from '#platform/query';
import { useText } from '#platform/text';
import { caseTermsText } from './case-terms-text.ts';
import { cityTermsText } from './city-terms-text.ts';
import { type NumberGroup, NumberTermsForm } from './number-terms-form.tsx';
import { newestOf } from './terms-form.tsx';
import { asPercent, type Bounds, shareOf, type TermsNumber } from './terms-numbers.ts';
import type { TermsShown } from './terms-view.tsx';

export interface NamedFirm {
  readonly id: string;
  readonly name: string;
}

interface SourcingTermsFormProps {
  readonly shown: TermsShown<CitySourcingTerms>;
  readonly firms: readonly NamedFirm[];
  readonly onClose: () => void;
}

type FirmQuota = CitySourcingTerms['firmQuotas'][number];

const bounds = {
  minutes: [0, 100_000],
  least: [1, 100_000],
  percent: [0, 100],
  count: [1, 10_000],
  days: [1, 366],
  needs: [2, 100],
} as const satisfies Record<string, Bounds>;

/** What sourcing will go by from a day to come. */
export function SourcingTermsForm({ shown, firms, onClose }: SourcingTermsFormProps) {
  const say = useText(cityTermsText);
  const changing = useDo(changeSourcingTerms);
  const { terms: before } = newestOf(shown);
  const [kept, setKept] = useState<readonly FirmQuota[]>(before.firmQuotas);
  const groups = useGroups({ before, kept, firms, onDrop: (quota) => setKept(kept.filter((one) => one !== quota)) });
  return (
    <NumberTermsForm
      {...{ shown, onClose, groups, list: listSourcingTerms, note: say('sourcingNote') }}
      termsOf={(valueFor) => termsOf(valueFor, { before, kept })}
      sending={{
        send: (body, onSaved) => changing.mutate({ body }, { onSuccess: ({ terms }) => onSaved(terms.from) }),
        ...{ pending: changing.isPending, error: changing.error },
      }}
    />
  );
}

const firmKey = ({ organisationId, list }: FirmQuota) => `firm.${organisationId}.${list}`;

function termsOf(
  valueFor: (name: string) => number,
  { before, kept }: { before: CitySourcingTerms; kept: readonly FirmQuota[] },
): CitySourcingTerms {
  const quota = (key: string) => ({ open: valueFor(`${key}.open`), perDay: valueFor(`${key}.perDay`) });
  return {
    ringMinutes: {
      ...{ city: valueFor('ring.city'), circle: valueFor('ring.circle'), province: valueFor('ring.province') },
      ...{ nation: valueFor('ring.nation'), abroad: valueFor('ring.abroad') },
    },
    leastMinutes: valueFor('leastMinutes'),
    urgentShare: shareOf(valueFor('urgentShare'), before.urgentShare),
    shareOfTimeLeft: shareOf(valueFor('shareOfTimeLeft'), before.shareOfTimeLeft),
    quotas: {
      ...{ problem: quota('quota.problem'), funding: quota('quota.funding') },
      ...{ sourcing: quota('quota.sourcing'), technology: quota('quota.technology') },
    },
    firmQuotas: kept.map((one) => ({ ...one, ...quota(firmKey(one)) })),
    fishing: {
      ...{ needs: valueFor('fishing.needs'), days: valueFor('fishing.days') },
      ignoredDays: valueFor('fishing.ignoredDays'),
    },
  };
}

interface Grouping {
  readonly before: CitySourcingTerms;
  readonly kept: readonly FirmQuota[];
  readonly firms: readonly NamedFirm[];
  readonly onDrop: (quota: FirmQuota) => void;
}

function useGroups({ before, kept, firms, onDrop }: Grouping): readonly NumberGroup[] {
  const say = useText(cityTermsText);
  const sayList = useText(caseTermsText);
  const language = useLanguage();
  const number = (name: string, value: number, [label, within]: [string, Bounds]): TermsNumber => {
    return { name, value, label, bounds: within };
  };
  const named = ({ organisationId, list }: FirmQuota) => ({
    firm: firms.find(({ id }) => id === organisationId)?.name ?? '—',
    list: sayList(`list.${list}`),
  });
  const { ringMinutes, quotas, fishing } = before;
  const rings = cascadeRings.map((ring) =>
    number(`ring.${ring}`, ringMinutes[ring], [say('ringField', { ring: ringWords[ring][language] }), bounds.minutes]),
  );
  const shares = [
    number('leastMinutes', before.leastMinutes, [say('leastField'), bounds.least]),
    number('urgentShare', asPercent(before.urgentShare), [say('urgentField'), bounds.percent]),
    number('shareOfTimeLeft', asPercent(before.shareOfTimeLeft), [say('leftField'), bounds.percent]),
  ];
  const everybody = needKinds.flatMap((list) => {
    const words = { list: sayList(`list.${list}`) };
    return [
      number(`quota.${list}.open`, quotas[list].open, [say('openField', words), bounds.count]),
      number(`quota.${list}.perDay`, quotas[list].perDay, [say('dayField', words), bounds.count]),
    ];
  });
  const own = kept.flatMap((quota) => [
    number(`${firmKey(quota)}.open`, quota.open, [say('firmOpenField', named(quota)), bounds.count]),
    number(`${firmKey(quota)}.perDay`, quota.perDay, [say('firmDayField', named(quota)), bounds.count]),
  ]);
  const drops = kept.map((quota) => (
    <Button key={firmKey(quota)} size="small" onClick={() => onDrop(quota)}>
      {say('drop', named(quota))}
    </Button>
  ));
  const fished = [
    number('fishing.needs', fishing.needs, [say('fishingNeeds'), bounds.needs]),
    number('fishing.days', fishing.days, [say('fishingDays'), bounds.days]),
    number('fishing.ignoredDays', fishing.ignoredDays, [say('fishingIgnored'), bounds.days]),
  ];
  return [
    { key: 'rings', title: say('rings'), numbers: [...rings, ...shares] },
    { key: 'quotas', title: say('quotas'), numbers: everybody },
    ...(kept.length > 0 ? [{ key: 'firms', title: say('firmQuotas'), numbers: own, more: drops }] : []),
    { key: 'fishing', title: say('fishing'), numbers: fished },
  ];
}
