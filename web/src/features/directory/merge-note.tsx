import { getMergeLinks } from '@zhitong/contract/directory/merge-contract';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { mergeText } from './merge-text.ts';
import './identity.css';

/** Which record stands for this one now, and which it stands for; undefined while it is not known. */
export function useMergeLinks(id: string) {
  return useAsk(getMergeLinks, { params: { id } }, { worded: false, keep: false }).data;
}

/** The page of a merged-away record: one line and the way on. */
export function MergedAway({ into }: { into: { readonly id: string; readonly name: string } }) {
  const say = useText(mergeText);
  return (
    <div className="zt-merge-note" role="note">
      <p lang="zh">{say('into', { name: into.name })}</p>
      <AppLink to={`/organisations/${into.id}`} className="zt-button-link">
        {say('open', { name: into.name })}
      </AppLink>
      <p className="zt-meta">{say('intoLead')}</p>
    </div>
  );
}

/** On the page of the record that stays: whom it stands for. */
export function MergeNote({ away }: { away: readonly { readonly id: string; readonly name: string }[] }) {
  const say = useText(mergeText);
  if (away.length === 0) return null;
  return (
    <div className="zt-merge-note" role="note">
      <div>{say('awayLead')}</div>
      {away.map(({ id, name }) => (
        <div key={id}>
          <AppLink to={`/organisations/${id}`}>
            <span lang="zh">{name}</span>
          </AppLink>
        </div>
      ))}
    </div>
  );
}
