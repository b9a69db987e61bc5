import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseDetail } from '@zhitong/contract/needs/case-contract';
import { needTimeline } from '@zhitong/contract/needs/case-contract';
import { getNeed, listNeeds } from '@zhitong/contract/needs/need-contract';
import { giveRating, linkRating } from '@zhitong/contract/needs/rating-contract';
import { type RatingGrade, ratingGrades, ratingWords } from '@zhitong/domain/needs/rating';
import { App } from 'antd';
import { call } from '#platform/api';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { refresh } from '#platform/query';
import { useText } from '#platform/text';
import { RatingForm } from './rating-form.tsx';
import { ratingText } from './rating-text.ts';

interface RatingBoxProps {
  readonly needId: string;
  readonly rating: NonNullable<CaseDetail['rating']>;
}

/** At the end of a request, in place: the link is made and used in one go. */
export function RatingBox({ needId, rating }: RatingBoxProps) {
  const say = useText(ratingText);
  const language = useLanguage();
  const minute = useMinute();
  const client = useQueryClient();
  const { message } = App.useApp();
  const giving = useMutation({
    mutationFn: async ({ grade, text }: { grade: RatingGrade; text: string }) => {
      const { token } = await call(linkRating, { params: { id: needId } });
      return call(giveRating, { params: { token }, body: { grade, ...(text.trim() && { text }) } });
    },
    onSuccess: ({ due, dueCertain }) => {
      const uncertain = dueCertain ? '' : say('uncertain');
      const again = due ? say('reopened', { due: formatInstantExactly(due, minute, language), uncertain }) : '';
      void message.success(`${say('thanks')}${again}`);
    },
    onSettled: () => refresh(client, needTimeline, getNeed, listNeeds),
  });
  const given = ratingGrades.find((grade) => grade === rating.grade);
  if (given) return <p className="zt-card zt-padded">{say('given', { grade: ratingWords[given][language] })}</p>;
  if (rating.state === 'expired') return <p className="zt-meta">{say('expired')}</p>;
  return (
    <section className="zt-card zt-padded" aria-label={say('title')}>
      <RatingForm onGive={(grade) => giving.mutate(grade)} pending={giving.isPending} error={giving.error} />
    </section>
  );
}
