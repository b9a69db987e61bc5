import { getSession } from '@zhitong/contract/directory/session-contract';
import { currentPost } from '#platform/post';
import { useAsk } from '#platform/query';

/** The organisation of the post the page acts in; undefined until the session is known. */
export function useOwnOrganisation(): string | undefined {
  const asked = useAsk(getSession, {}, { keep: false, worded: false });
  const session = asked.data;
  if (!session) return undefined;
  if (session.viewing) return session.viewing.post.organisation.id;
  const chosen = currentPost();
  return (session.posts.find(({ id }) => id === chosen) ?? session.posts[0])?.organisation.id;
}
