import type { HeldValue } from '@zhitong/contract/directory/organisation-tree-contract';
import { capabilityKinds } from '@zhitong/domain/directory/organisation-fact';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useText } from '#platform/text';
import { holdingText } from './holding-text.ts';
import { capabilityWords, organisationText } from './organisation-text.ts';

const basisPoints = 100;

/** A capability, certificate, member or former name of the history, as one line. */
export function useHeldText(): (value: HeldValue) => string {
  const say = useText(holdingText);
  const sayMore = useText(organisationText);
  const language = useLanguage();
  const day = (iso: string) => formatDate(iso, language);
  const span = ({ from, until }: HeldValue) => {
    if (from && until) return say('span', { from: day(from), until: day(until) });
    if (from) return say('since', { from: day(from) });
    return until && say('till', { until: day(until) });
  };
  return (value) => {
    const { name, kind, detail, number, issuer, share } = value;
    const known = capabilityKinds.find((one) => one === kind);
    return [
      ...[known && sayMore(capabilityWords[known]), name, detail, number && sayMore('certificateNumber', { number })],
      ...[issuer, typeof share === 'number' && sayMore('share', { share: share / basisPoints }), span(value)],
    ]
      .filter(Boolean)
      .join(' · ');
  };
}
