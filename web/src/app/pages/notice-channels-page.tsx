import { OrganisationPick } from '#features/directory/tree-finder';
import { NoticeChannels } from '#features/needs/notice-channels';
import { useViewer } from '../viewer-context.tsx';

export function NoticeChannelsPage() {
  const { bureau, post } = useViewer();
  return (
    <NoticeChannels own={post.organisation} {...(bureau && { pick: (props) => <OrganisationPick {...props} /> })} />
  );
}
