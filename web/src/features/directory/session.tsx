import { useQueryClient } from '@tanstack/react-query';
import { getSession, putPreferences, type Session, signOut } from '@zhitong/contract/directory/session-contract';
import { call } from '#platform/api';
import { changeDisplay, chosenBeforeSignIn, forgetBeforeSignIn } from '#platform/display';
import { changePost, currentPost } from '#platform/post';
import { useAsk } from '#platform/query';

export type Post = Session['posts'][number];

export interface Viewer {
  readonly person: Session['person'];
  readonly posts: readonly Post[];
  readonly post: Post;
  /** the bureau operates the platform; everybody else acts for a firm */
  readonly bureau: boolean;
  /** the screens are somebody else’s, and only looked at (以某人视角查看) */
  readonly watching?: { readonly until: string };
}

export function useSession() {
  // asked again on a language switch, the shell would be drawn anew with the settings from before the switch
  return useAsk(getSession, {}, { keep: false, worded: false });
}

export function viewerOf(session: Session): Viewer | undefined {
  if (session.viewing) {
    const { person, post, until } = session.viewing;
    const { preferences } = session.person;
    const bureau = post.role === 'operator';
    return { person: { ...person, preferences }, posts: [post], post, bureau, watching: { until } };
  }
  const chosen = currentPost();
  const post = session.posts.find(({ id }) => id === chosen) ?? session.posts[0];
  return post && { person: session.person, posts: session.posts, post, bureau: post.role === 'operator' };
}

/** Changes the display here at once and keeps it on the server; a refusal leaves the change on this device. */
export function keepDisplay(change: Session['person']['preferences']): void {
  changeDisplay(change);
  void call(putPreferences, { body: change }).catch(() => undefined);
}

/** The settings of the person who came in; what was chosen on the way in goes over them, and is kept with the person. */
export function bringDisplay(preferences: Session['person']['preferences']): void {
  const chosen = chosenBeforeSignIn();
  changeDisplay(preferences);
  if (Object.keys(chosen).length === 0) return;
  forgetBeforeSignIn();
  keepDisplay(chosen);
}

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await call(signOut, {}).catch(() => undefined);
    changePost(undefined);
    client.clear();
  };
}
