import { longestName } from '@zhitong/domain/chains/draft-rows';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { CommitInput } from './commit-input.tsx';
import type { Names } from './draft-names.ts';
import type { DraftSession } from './draft-session.ts';
import { draftText } from './draft-text.ts';
import { BodyPicker } from './purchase-pickers.tsx';

interface DraftPeopleProps {
  readonly session: DraftSession;
  readonly names: Names;
  readonly still: boolean;
}

const longestPerson = 100;

/** What the chain is called, and who answers for it. */
export function DraftPeople({ session, names, still }: DraftPeopleProps) {
  const say = useText(draftText);
  const { name, nameEn, chief, leadBodyId, leaderId, expert } = session.content;
  const facts = { name, nameEn, chief, leadBodyId, leaderId, expert };
  const change = (next: Partial<typeof facts>) => session.perform({ kind: 'set-facts', facts: { ...facts, ...next } });
  const words = (
    label: string,
    value: string,
    more: { longest: number; onCommit: (text: string) => void; required?: true; disabled?: boolean },
  ) => <Field label={label}>{(field) => <CommitInput {...{ id: field.id, value, disabled: still, ...more }} />}</Field>;
  const body = (label: string, kind: 'enterprise' | 'department', field: 'leadBodyId' | 'leaderId') => {
    const id = facts[field];
    return (
      <Field label={label}>
        {(of) =>
          still ? (
            <CommitInput
              id={of.id}
              value={id ? names.of(id) : ''}
              longest={longestPerson}
              disabled
              onCommit={() => undefined}
            />
          ) : (
            <BodyPicker
              field={of}
              kind={kind}
              value={id ? { id, name: names.of(id) } : null}
              onChoose={(chosen) => {
                if (chosen) names.learn([chosen]);
                change({ [field]: chosen?.id ?? null });
              }}
            />
          )
        }
      </Field>
    );
  };
  // a post without its holder, or the other way round, is kept as far as it is known
  const chiefOf = (next: { name?: string; post?: string }) => {
    const [who, post] = [next.name ?? chief?.name ?? '', next.post ?? chief?.post ?? ''];
    return who === '' ? null : { name: who, post: post || '—' };
  };
  return (
    <section className="zt-card zt-padded" aria-labelledby="draft-people">
      <h2 id="draft-people">{say('people')}</h2>
      <div className="zt-draft-people">
        {words(say('chain'), name, {
          longest: longestName,
          required: true,
          onCommit: (text) => change({ name: text }),
        })}
        {words(say('chainEn'), nameEn ?? '', {
          longest: longestName,
          onCommit: (text) => change({ nameEn: text || null }),
        })}
        {words(say('chief'), chief?.name ?? '', {
          longest: longestPerson,
          onCommit: (text) => change({ chief: chiefOf({ name: text }) }),
        })}
        {words(say('chiefPost'), chief?.post ?? '', {
          longest: longestPerson,
          disabled: still || chief === null,
          onCommit: (text) => change({ chief: chiefOf({ post: text }) }),
        })}
        {body(say('lead'), 'department', 'leadBodyId')}
        {body(say('leader'), 'enterprise', 'leaderId')}
        {words(say('expert'), expert ?? '', {
          longest: longestPerson,
          onCommit: (text) => change({ expert: text || null }),
        })}
      </div>
    </section>
  );
}
