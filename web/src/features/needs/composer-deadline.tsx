import { endOfWorkingDay } from '@zhitong/domain/matching/home-light';
import { Button } from 'antd';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { endOfNextWeek, formatDay, formatDeadline, isoToday, isSunday } from '#platform/format-date';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { originOf } from './chip-origin.ts';
import type { Composer } from './composer.tsx';
import { composerText } from './composer-text.ts';

/** The day that was understood, said aloud when it is today: hardly anybody means that, and from there one tap leads to next week. */
export function ComposerDeadline({ composer: { wish, parse, draft, edit } }: { composer: Composer }) {
  const say = useText(composerText);
  const language = useLanguage();
  const minute = useMinute();
  const today = isoToday(minute);
  if (wish.deadline !== today) return null;
  const origin = originOf('deadline', 0, { spans: parse.data?.spans ?? [], edits: draft.value.edits });
  const date = formatDeadline(today, minute, language);
  const nextWeek = endOfNextWeek(today);
  const sentences = [
    origin ? say('dueTodayRead', { quote: origin.quote, date }) : say('dueToday', { date }),
    isSunday(today) && say('lastOfWeek'),
    minute >= endOfWorkingDay(today) && say('officeClosed'),
  ];
  return (
    <div className="zt-notice zt-due-today" role="status">
      <span>
        <MixedText>{sentences.filter(Boolean).join(language === 'zh' ? '' : ' ')}</MixedText>
      </span>
      <Button onClick={() => edit({ deadline: nextWeek })}>
        {say('toNextWeek', { date: formatDay(nextWeek, minute, language) })}
      </Button>
    </div>
  );
}
