import { getMergeLinks } from '@zhitong/contract/directory/merge-contract';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { mergeText } from './merge-text.ts';
import './identity.css';

/** On the page of a merged-away record: where to go now. On the kept one: whom it stands for. */
export function MergeNote({ id }: { id: string }) {
  const say = useText(mergeText);
  const { data } = useAsk(getMergeLinks, { params: { id } }, { worded: false, keep: false });
  if (!data || (data.into === null && data.away.length === 0)) return null;
  const link = ({ id: to, name }: { id: string; name: string }) => (
    <AppLink key={to} to={`/organisations/${to}`}>
      <span lang="zh">{name}</span>
    </AppLink>
  );
  return (
    <div className="zt-merge-note" role="note">
      {data.into ? (
        <>
          {say('into')}
          {link(data.into)}
          <div className="zt-meta">{say('intoLead')}</div>
        </>
      ) : (
        <>
          <div>{say('awayLead')}</div>
          {data.away.map((one) => (
            <div key={one.id}>{link(one)}</div>
          ))}
        </>
      )}
    </div>
  );
}
