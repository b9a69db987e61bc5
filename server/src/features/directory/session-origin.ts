import type { FastifyRequest } from 'fastify';
import type { Context } from '#platform/context';
import type { SignedInPerson } from './session-store.ts';

/** Where a request came from: what a session and the trail remember of it. */
export interface Origin {
  readonly address: string;
  readonly device: string;
  readonly requestId: string;
}

export function originOf(request: FastifyRequest): Origin {
  return { address: request.ip, device: (request.headers['user-agent'] ?? '').slice(0, 300), requestId: request.id };
}

/** For what a person does to its own sign-in, whatever post it acts in; somebody who holds none yet acts by name all the same. */
export function contextOfPerson(person: SignedInPerson, { address, requestId }: Origin): Context {
  const role = person.posts[0]?.role;
  return {
    city: person.city,
    viewer: 'system',
    actor: { personId: person.id, name: person.name, role, address, requestId },
  };
}
