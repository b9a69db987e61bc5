import { listNeeds } from '@zhitong/contract/needs/need-contract';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Answered, Empty } from '#ui/states';
import { NeedTable } from './needs-list.tsx';
import { needsText } from './needs-text.ts';

const shown = 50;

/** Needs of somebody else go to the suppliers they fit, and to nobody else. */
export function NeedsWithheld() {
  const say = useText(needsText);
  const may = useMay();
  return (
    <Empty
      sentence={say('needsWithheld')}
      action={may('opportunity.see') && <AppLink to="/opportunities">{say('toOpportunities')}</AppLink>}
    />
  );
}

/** What this organisation asked for, newest first: for itself and for the bureau. */
export function OrganisationNeeds({ id }: { id: string }) {
  const say = useText(needsText);
  const asked = useAsk(listNeeds, { query: { organisation: id, limit: shown } });
  return (
    <Answered asked={asked} rows={6}>
      {({ needs, total }) =>
        needs.length === 0 ? (
          <Empty sentence={say('noNeedsOf')} />
        ) : (
          <>
            <NeedTable needs={needs} bureau={false} />
            {total > needs.length && (
              <p className="zt-meta">
                {say('newestOf', { shown: needs.length, total })} <AppLink to="/needs">{say('allNeeds')}</AppLink>
              </p>
            )}
          </>
        )
      }
    </Answered>
  );
}
