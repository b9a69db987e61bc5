import type { listPostDuties } from '@zhitong/contract/directory/post-contract';
import { Select } from 'antd';
import type { z } from 'zod';
import { roleText } from '#platform/role-text';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { MixedText } from '#ui/mixed-text';
import { peopleText } from './people-text.ts';

type PostDuties = z.output<typeof listPostDuties.reply>;

export interface SuccessorWish {
  readonly all: string | undefined;
  readonly each: Readonly<Record<string, string>>;
}

/** As the server wants it. */
export function sentSuccessors({ all, each }: SuccessorWish) {
  const rows = Object.entries(each).map(([dutyId, postId]) => ({ dutyId, postId }));
  return { ...(all && { all }), each: rows };
}

interface SuccessorFieldsProps {
  readonly name: string;
  readonly matters: PostDuties['matters'];
  readonly candidates: PostDuties['candidates'];
  readonly wish: SuccessorWish;
  readonly onChange: (wish: SuccessorWish) => void;
}

/** Who takes over: one for everything, and any matter singly. */
export function SuccessorFields({ name, matters, candidates, wish, onChange }: SuccessorFieldsProps) {
  const say = useText(peopleText);
  const sayRole = useText(roleText);
  if (matters.length === 0) return <p className="zt-ink-2 zt-duty-gap">{say('noMatters')}</p>;
  const options = candidates.map(({ postId, name: other, role }) => ({
    value: postId,
    label: `${other} · ${sayRole(role)}`,
  }));
  const setOne = (dutyId: string, postId: string | undefined) => {
    const { [dutyId]: _, ...rest } = wish.each;
    onChange({ ...wish, each: postId === undefined ? rest : { ...rest, [dutyId]: postId } });
  };
  return (
    <>
      <p className="zt-notice zt-duty-gap">
        <MixedText>{say('mustHand', { name, count: matters.length })}</MixedText>
      </p>
      {candidates.length === 0 && <p className="zt-refused">{say('noCandidates')}</p>}
      <Field label={say('allTo')}>
        {(field) => (
          <Select
            {...field}
            allowClear
            placeholder={say('pick')}
            value={wish.all}
            onChange={(all?: string) => onChange({ ...wish, all })}
            options={options}
          />
        )}
      </Field>
      <DeputyLost matters={matters} wish={wish} />
      <p className="zt-ink-2">{say('each')}</p>
      <ul className="zt-successors zt-duty-gap">
        {matters.map(({ id, number, title, part }) => (
          <li key={id}>
            <MixedText>{`${number} ${title}（${say(part === 'owner' ? 'partOwner' : 'partDeputy')}）`}</MixedText>
            <Select
              allowClear
              aria-label={`${say('pick')} ${title}`}
              placeholder={say(wish.all ? 'sameAsAll' : 'pick')}
              value={wish.each[id]}
              onChange={(postId?: string) => setOne(id, postId)}
              options={options}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whoever is owner or deputy of a matter already cannot be both: said before it is done, with the matters by name. */
function DeputyLost({ matters, wish }: Pick<SuccessorFieldsProps, 'matters' | 'wish'>) {
  const say = useText(peopleText);
  const lost = matters.filter(({ id, others }) => others.some((post) => post === (wish.each[id] ?? wish.all)));
  if (lost.length === 0) return null;
  return (
    <div className="zt-notice zt-duty-gap" role="status">
      <p>{say('deputyLost', { count: lost.length })}</p>
      <ul>
        {lost.map(({ id, number, title }) => (
          <li key={id}>
            <MixedText>{`${number} ${title}`}</MixedText>
          </li>
        ))}
      </ul>
    </div>
  );
}
