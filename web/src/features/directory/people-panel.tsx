import { type HeldPostRow, listPeople } from '@zhitong/contract/directory/person-contract';
import { relationsFor } from '@zhitong/domain/directory/permission';
import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '#platform/address';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { ExportLink } from '#ui/export-link';
import { ImportLink } from '#ui/import-link';
import { Pager } from '#ui/pager';
import { Answered, Empty } from '#ui/states';
import { LeaveDialog } from './leave-form.tsx';
import { PeopleTable, type PostAction } from './people-table.tsx';
import { peopleText } from './people-text.ts';
import { GivePostDialog } from './post-give-dialog.tsx';
import { VacateDialog } from './post-vacate-dialog.tsx';
import { useSession, viewerOf } from './session.tsx';
import './duty.css';

const pageSize = 100;

interface Doing {
  readonly action: PostAction;
  readonly row: HeldPostRow;
}

/** Own people, or everybody's for the bureau and the security administrator; elsewhere the tab is absent. */
export function useSeesPeople(organisationId: string): boolean {
  const session = useSession();
  const post = session.data && viewerOf(session.data)?.post;
  if (!post) return false;
  const relations = relationsFor('person.see', post.role);
  if (relations.includes('bureau') || relations.includes('administrator')) return true;
  return relations.includes('own') && post.organisation.id === organisationId;
}

/** Who holds which post here, and what may be done about it. */
export function OrganisationPeople({ organisationId }: { organisationId: string }) {
  const say = useText(peopleText);
  const may = useMay();
  const address = useAddress();
  const offset = Number(address.get('from') ?? 0) || 0;
  const asked = useAsk(listPeople, { params: { id: organisationId }, query: { limit: pageSize, offset } });
  const [adding, setAdding] = useState(false);
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  return (
    <section aria-labelledby="people" className="zt-duty">
      <div className="zt-people-head">
        <h2 id="people">{say('title')}</h2>
        <ExportLink list={{ path: listPeople.path.replace(':id', organisationId) }} query={{}} />
        {may('duty.see') && <AppLink to={`/duties?body=${organisationId}`}>{say('dutiesHere')}</AppLink>}
        {asked.data && asked.data.grantable.length > 0 && may('import.run') && <ImportLink kind="people" />}
        {asked.data && asked.data.grantable.length > 0 && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {say('add')}
          </Button>
        )}
      </div>
      <Answered asked={asked} rows={4}>
        {({ posts, total, grantable, organisation }) => (
          <>
            {posts.length === 0 ? (
              <Empty sentence={say(grantable.length > 0 ? 'empty' : 'emptyPlain')} />
            ) : (
              <PeopleTable posts={posts} onDo={(action, row) => setDoing({ action, row })} />
            )}
            <Pager
              total={total}
              offset={offset}
              size={pageSize}
              onMove={(from) => address.set({ from: String(from) })}
            />
            {adding && (
              <GivePostDialog organisation={organisation} roles={grantable} onClose={() => setAdding(false)} />
            )}
            {doing?.action === 'leave' && (
              <LeaveDialog
                postId={doing.row.postId}
                name={doing.row.person.name}
                colleagues={posts
                  .filter(({ state, person }) => state === 'held' && person.id !== doing.row.person.id)
                  .map(({ postId, person, role }) => ({ postId, name: person.name, role }))}
                onClose={close}
              />
            )}
            {doing && doing.action !== 'leave' && (
              <VacateDialog key={doing.row.postId} kind={doing.action} row={doing.row} onClose={close} />
            )}
          </>
        )}
      </Answered>
    </section>
  );
}
