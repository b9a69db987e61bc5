import type { DutyRow } from '@zhitong/contract/directory/duty-contract';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { DataTable } from '#ui/data-table';
import { MixedText } from '#ui/mixed-text';
import { dutyText } from './duty-text.ts';

interface DutyTableProps {
  readonly duties: readonly DutyRow[];
  /** another day than today is shown */
  readonly past: boolean;
  readonly onOpen: (id: string) => void;
}

export function DutyTable({ duties, past, onOpen }: DutyTableProps) {
  const say = useText(dutyText);
  return (
    <DataTable
      label={say('title')}
      rows={duties}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'matter',
          head: say('matter'),
          cell: ({ id, number, title }) => (
            <button type="button" className="zt-plain-button zt-duty-title" onClick={() => onOpen(id)}>
              <span className="zt-figures zt-ink-2">{number}</span> <MixedText>{title}</MixedText>
            </button>
          ),
        },
        {
          key: 'body',
          head: say('body'),
          cell: ({ body }) => <AppLink to={`/organisations/${body.id}`}>{body.name}</AppLink>,
          phone: 'wide',
        },
        {
          key: 'answering',
          head: say(past ? 'answeringAt' : 'answering'),
          cell: (duty) => <Answering duty={duty} />,
        },
        { key: 'deputy', head: say('deputy'), cell: ({ deputy }) => deputy?.name ?? <Vacant /> },
        { key: 'list', head: say('list'), cell: ({ list }) => say(`list.${list}`), oneLine: true },
        {
          key: 'class',
          head: say('class'),
          cell: (duty) => say(`class.${duty.class}`),
          oneLine: true,
          phone: 'hidden',
        },
      ]}
    />
  );
}

/** The one who answers; when it is not the owner, for whom. */
export function Answering({ duty: { answering, owner } }: { duty: DutyRow }) {
  const say = useText(dutyText);
  const { because, name } = answering;
  return (
    <>
      <MixedText>{name}</MixedText>
      {because !== 'owner' && (
        <span className="zt-meta zt-duty-because">
          <MixedText>{say(`because.${because}`, { name: owner.name })}</MixedText>
        </span>
      )}
    </>
  );
}

export function Vacant() {
  return <span className="zt-ink-3">{useText(dutyText)('noDeputy')}</span>;
}
