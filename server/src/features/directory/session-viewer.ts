import { Refusal } from '@zhitong/domain/refusal';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ReadViewer } from '#platform/route';
import type { Viewer } from '#platform/viewer';
import { type Origin, originOf } from './session-origin.ts';
import type { Sessions, SignedIn } from './session-service.ts';
import type { HeldPost } from './session-store.ts';
import type { ViewedPost } from './viewing-store.ts';

/** Who calls, in the post the page acts in; a person may hold several. A session that still lacks a step is nobody yet. */
export function readViewerFrom(sessions: Sessions, closeViewing: CloseViewing): ReadViewer {
  return async (request) => {
    const signedIn = await sessions.read(request);
    if (!signedIn) return null;
    if (signedIn.step !== 'signed-in') throw new Refusal('directory.step-missing');
    if (signedIn.viewing?.open) return watchedViewerOf(signedIn, { ...signedIn.viewing.open, request });
    if (signedIn.viewing) await closeViewing(signedIn, originOf(request));
    return viewerOf(signedIn, request);
  };
}

/** Writes down that looking has ended by itself. */
export type CloseViewing = (who: SignedIn, from: Origin) => Promise<unknown>;

/** The post that is looked at, with who looks. */
function watchedViewerOf(
  { userId, person: looker }: SignedIn,
  { person, post, watcher, request }: ViewedPost & { watcher: HeldPost; request: FastifyRequest },
): Viewer {
  return {
    ...{ userId, personId: person.id, personName: person.name, city: looker.city, postId: post.id, role: post.role },
    ...{ organisationId: post.organisation.id, organisationName: post.organisation.name },
    ...{ address: request.ip, requestId: request.id },
    watcher: {
      ...{ personId: looker.id, personName: looker.name, role: watcher.role },
      organisationId: watcher.organisation.id,
    },
  };
}

/** The post a signed-in person acts in: the one named, else the first. */
function viewerOf({ userId, person }: SignedIn, request: FastifyRequest): Viewer {
  if (person.posts.length === 0) throw new Refusal('directory.no-post');
  const postId = postOf(request);
  const post = postId === undefined ? person.posts[0] : person.posts.find((held) => held.id === postId);
  if (!post) throw new Refusal('directory.other-post');
  return {
    ...{ userId, personId: person.id, personName: person.name, city: person.city, postId: post.id, role: post.role },
    ...{ organisationId: post.organisation.id, organisationName: post.organisation.name },
    ...{ address: request.ip, requestId: request.id },
  };
}

/** `X-Zhitong-Post`, or `?post=` where the browser sends no header of ours: the live stream and a download. */
function postOf(request: FastifyRequest): string | undefined {
  const named = request.headers['x-zhitong-post'];
  if (typeof named === 'string') return named;
  const query = z.object({ post: z.string() }).safeParse(request.query);
  return query.success ? query.data.post : undefined;
}
