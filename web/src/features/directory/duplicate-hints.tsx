import { checkDuplicates } from '@zhitong/contract/directory/duplicate-contract';
import type { OrganisationKind } from '@zhitong/domain/directory/organisation';
import { Button } from 'antd';
import { useSettled } from '#platform/debounce';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { DuplicateReasons } from './duplicate-pair.tsx';
import { duplicateText } from './duplicate-text.ts';
import './identity.css';

interface HintsProps {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly shortName: string | null;
  readonly creditCode: string | null;
  readonly addresses: readonly (string | null)[];
  readonly region: string | null;
  /** the record being changed */
  readonly except?: string;
  /** of which the person has said that it is another one */
  readonly not: readonly string[];
  readonly onNot: (ids: readonly string[]) => void;
}

/** Who the organisation being entered may already be. Silent while nobody is; what is most probably the same is entered only after the person's word. */
export function DuplicateHints({
  kind,
  name,
  shortName,
  creditCode,
  addresses,
  region,
  except,
  not,
  onNot,
}: HintsProps) {
  const say = useText(duplicateText);
  const known = addresses.filter((address) => address !== null && address !== '') as string[];
  const facts = useSettled(
    JSON.stringify({ kind, name: name.trim(), shortName, creditCode: creditCode || null, addresses: known, region }),
    400,
  );
  const body = {
    ...(JSON.parse(facts) as Omit<HintsProps, 'except' | 'not' | 'onNot'> & { addresses: string[] }),
    ...(except && { except }),
  };
  const asked = useAsk(checkDuplicates, { body }, { enabled: body.name.length >= 4 });
  const found = asked.data?.duplicates.filter(({ verdict }, at) => at < 3 || verdict === 'same') ?? [];
  if (found.length === 0 || body.name.length < 4) return null;
  return (
    <div className="zt-duplicate-hints" role="status">
      <strong>{say('hints')}</strong>
      {found.map(({ organisation, verdict, reasons }) => (
        <div key={organisation.id}>
          <AppLink to={`/organisations/${organisation.id}`}>
            <span lang="zh">{organisation.name}</span>
          </AppLink>{' '}
          · {say(`verdict.${verdict}`)}
          <DuplicateReasons reasons={reasons.slice(0, 3)} />
          {not.includes(organisation.id) ? (
            <span className="zt-meta">{say('saidNotSame')}</span>
          ) : (
            <Button onClick={() => onNot([...not, organisation.id])}>{say('notSame')}</Button>
          )}
        </div>
      ))}
      <span className="zt-meta">{say('hintsLead')}</span>
    </div>
  );
}
