import { listSourcingTerms } from '@zhitong/contract/needs/city-terms-contract';
import { cascadeRings, ringWords } from '@zhitong/domain/needs/cascade-ring';
import { needKinds } from '@zhitong/domain/needs/need';
import type { CitySourcingTerms } from '@zhitong/domain/needs/sourcing-terms';
import { useLanguage } from '#platform/display';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { Answered } from '#ui/states';
import { caseTermsText } from './case-terms-text.ts';
import { cityTermsText } from './city-terms-text.ts';
import { type NamedFirm, SourcingTermsForm } from './sourcing-terms-form.tsx';
import { asPercent } from './terms-numbers.ts';
import { type TermsLine, type TermsPartProps, TermsView } from './terms-view.tsx';

/** How long is each ring asked alone, how much may a firm publish, and what counts as price fishing? */
export function SourcingTermsPart({ editing, onClose }: TermsPartProps) {
  const say = useText(cityTermsText);
  const linesOf = useSourcingLines();
  const asked = useAsk(listSourcingTerms, {}, { worded: false });
  return (
    <Answered asked={asked} rows={10}>
      {(shown) => (
        <div className="zt-terms">
          {editing && <SourcingTermsForm shown={shown} firms={shown.firms} onClose={onClose} />}
          <TermsView label={say('sourcing')} shown={shown} lines={(terms) => linesOf(terms, shown.firms)} />
        </div>
      )}
    </Answered>
  );
}

function useSourcingLines(): (terms: CitySourcingTerms, firms: readonly NamedFirm[]) => readonly TermsLine[] {
  const say = useText(cityTermsText);
  const sayList = useText(caseTermsText);
  const language = useLanguage();
  return ({ ringMinutes, leastMinutes, urgentShare, shareOfTimeLeft, quotas, firmQuotas, fishing }, firms) => [
    ...cascadeRings.map((ring) => ({
      ...{ key: `ring.${ring}`, name: say('ring', { ring: ringWords[ring][language] }) },
      value: say('minutes', { count: ringMinutes[ring] }),
    })),
    { key: 'leastMinutes', name: say('least'), value: say('leastOf', { count: leastMinutes }) },
    { key: 'urgentShare', name: say('urgent'), value: say('urgentShare', { share: asPercent(urgentShare) }) },
    { key: 'shareOfTimeLeft', name: say('left'), value: say('leftShare', { share: asPercent(shareOfTimeLeft) }) },
    ...needKinds.map((list) => ({
      ...{ key: `quota.${list}`, name: say('quota', { list: sayList(`list.${list}`) }) },
      value: say('quotaOf', { ...quotas[list] }),
    })),
    ...firmQuotas.map(({ organisationId, list, open, perDay }) => ({
      key: `firm.${organisationId}.${list}`,
      name: say('firmQuota', {
        ...{ firm: firms.find(({ id }) => id === organisationId)?.name ?? '—', list: sayList(`list.${list}`) },
      }),
      value: say('quotaOf', { open, perDay }),
    })),
    { key: 'fishing', name: say('fishing'), value: say('fishingOf', { ...fishing }) },
  ];
}
