import type { getChain } from '@zhitong/contract/chains/chain-contract';
import type { z } from 'zod';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useText } from '#platform/text';
import { chainText } from './chain-text.ts';

type Version = z.output<typeof getChain.reply>['versions'][number];

/** Number of a version and the days it is in force. */
export function VersionWords({ version: { number, validFrom, validTo } }: { version: Version }) {
  const say = useText(chainText);
  const language = useLanguage();
  const from = formatDate(validFrom, language);
  return (
    <span>
      {validTo === null
        ? say('versionOf', { number, from })
        : say('versionOld', { number, from, to: formatDate(validTo, language) })}
    </span>
  );
}
