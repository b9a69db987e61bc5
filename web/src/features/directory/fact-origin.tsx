import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { levelWords, organisationText } from './organisation-text.ts';

interface Origin {
  readonly source: string;
  readonly asOf: string;
  readonly level?: Organisation['level'];
}

/** Where a fact comes from, as of when, how far proved. */
export function FactOrigin({ source, asOf, level }: Origin) {
  const say = useText(organisationText);
  const language = useLanguage();
  const date = formatDate(asOf, language);
  return (
    <span className="zt-meta zt-fact-origin">
      <MixedText>
        {level === undefined ? `${source} · ${date}` : say('origin', { source, date, level: say(levelWords[level]) })}
      </MixedText>
    </span>
  );
}
