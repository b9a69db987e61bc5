import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { useText } from '#platform/text';
import { chainText } from './chain-text.ts';

/** Who prints, and for which body. */
export interface Reader {
  readonly name: string;
  readonly body: string;
}

/** On paper alone: who made it, when, and that it is demo data. */
export function PrintFoot({ reader, demo }: { reader: Reader; demo: boolean }) {
  const say = useText(chainText);
  const language = useLanguage();
  const minute = useMinute();
  const time = formatInstantExactly(minute.toISOString(), minute, language);
  return (
    <p className="zt-print-foot">
      {[say('printFoot', { ...reader, time }), ...(demo ? [say('demoData')] : [])].join(' · ')}
    </p>
  );
}
