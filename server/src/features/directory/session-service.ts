import type { Preferences } from '@zhitong/contract/directory/session-contract';
import { cityDay, cityTime } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import type { FastifyRequest } from 'fastify';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { Viewer } from '#platform/viewer';
import { claimAttempt, forgetAttempts } from './attempt-store.ts';
import { type Auth, authOrigin, createAuth, faultBehind, signInPath } from './session-auth.ts';
import { findPerson, type SignedInPerson, savePreferences } from './session-store.ts';

export interface SessionOptions {
  readonly database: Database;
  readonly effects: Effects;
  readonly secret: string;
  readonly secureCookies: boolean;
  /** off: accounts of demo people, whose password is public, cannot sign in */
  readonly demo: boolean;
}

export interface SignedIn {
  readonly userId: string;
  readonly person: SignedInPerson;
}

/** How long a verified cookie is believed without asking the database. Another node honours a sign-out after this. */
const believedFor = 5_000;
const believedAtMost = 20_000;

/** Who is signed in. Lives as long as the app: it remembers the cookies verified during the last seconds. */
export class Sessions {
  readonly #options: SessionOptions;
  readonly #auth: Auth;
  readonly #verified = new Map<string, SignedIn & { readonly until: number }>();
  /** counts the forgettings: what was read before one is not believed after it */
  #forgotten = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#auth = createAuth({ ...options, pool: options.database.pool });
  }

  /** Checks name and password. Answers the person and the cookies to set; a wrong name and a wrong password read alike. */
  async signIn(given: { username: string; password: string; address: string }) {
    const { database, effects } = this.#options;
    const username = given.username.trim();
    const attempt = await claimAttempt(database.db, username, effects.now());
    if (attempt.kind === 'locked') throw new Refusal('directory.account-locked', { time: cityTime(attempt.until) });
    const { userId, cookies } = await this.#checkPassword({ ...given, username });
    const person = await this.#findPerson(userId);
    if (!person) throw new Refusal('directory.wrong-credentials');
    await forgetAttempts(database.db, username, effects.now());
    return { person, cookies };
  }

  /** The person a request comes from, or null. */
  async read(request: FastifyRequest): Promise<SignedIn | null> {
    const cookie = request.headers.cookie;
    if (cookie === undefined) return null;
    const known = this.#verified.get(cookie);
    if (known && known.until > this.#options.effects.now().getTime()) return known;
    this.#verified.delete(cookie);
    return (await this.#verify(cookie, { disableRefresh: true })).who;
  }

  /** The same, asked of the database itself; a session in use for more than a day gets a cookie that lasts longer. */
  async renew(request: FastifyRequest): Promise<{ who: SignedIn | null; cookies: readonly string[] }> {
    return this.#verify(request.headers.cookie ?? '', {});
  }

  /** Ends the session at once; answers the cookies that take it out of the browser. */
  async signOut(request: FastifyRequest): Promise<readonly string[]> {
    const cookie = request.headers.cookie ?? '';
    this.#forgetCookies();
    const { headers } = await this.#auth.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true });
    this.#forgetCookies();
    return headers.getSetCookie();
  }

  async savePreferences({ person }: SignedIn, changed: Preferences): Promise<Preferences> {
    const preferences = { ...person.preferences, ...changed };
    await inContext(this.#options.database, { city: person.city, viewer: 'system' }, (tx) =>
      savePreferences(tx, person, preferences),
    );
    this.#forgetCookies();
    return preferences;
  }

  async #verify(cookie: string, query: { disableRefresh?: boolean }) {
    const before = this.#forgotten;
    const asked = { headers: new Headers({ cookie }), query, returnHeaders: true as const };
    const answer = await this.#auth.api.getSession(asked).catch(rethrowFault);
    const userId = answer?.response?.user.id;
    const person = userId === undefined ? undefined : await this.#findPerson(userId);
    if (!answer || userId === undefined || !person) return { who: null, cookies: [] };
    const who = { userId, person };
    if (before === this.#forgotten) this.#believe(cookie, who);
    return { who, cookies: answer.headers.getSetCookie() };
  }

  async #checkPassword(given: { username: string; password: string; address: string }) {
    const request = new Request(authOrigin + signInPath, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-real-ip': given.address },
      body: JSON.stringify({ username: given.username, password: given.password }),
    });
    const response = await this.#auth.handler(request).catch(rethrowFault);
    if (!response) throw new Refusal('directory.wrong-credentials');
    if (response.status === 429)
      throw new Refusal('directory.too-many-sign-ins', { seconds: response.headers.get('x-retry-after') ?? '60' });
    const body: unknown = await response.json();
    const userId = readUserId(body);
    if (userId === undefined) throw new Refusal('directory.wrong-credentials');
    return { userId, cookies: response.headers.getSetCookie() };
  }

  async #findPerson(userId: string): Promise<SignedInPerson | undefined> {
    const { database, effects, demo } = this.#options;
    const person = await findPerson(database, userId, cityDay(effects.now()));
    return person?.demo && !demo ? undefined : person;
  }

  #believe(cookie: string, who: SignedIn): void {
    if (this.#verified.size >= believedAtMost) this.#verified.clear();
    this.#verified.set(cookie, { ...who, until: this.#options.effects.now().getTime() + believedFor });
  }

  /** The same session may be known under several cookie lines: rare enough to forget them all. */
  #forgetCookies(): void {
    this.#forgotten++;
    this.#verified.clear();
  }
}

/** From where a person asks, and in which of its posts. */
export interface Asked {
  readonly postId: string | undefined;
  readonly address: string;
  readonly requestId: string;
}

/** The post a signed-in person acts in: the one named, else the first. */
export function viewerOf({ userId, person }: SignedIn, { postId, address, requestId }: Asked): Viewer {
  if (person.posts.length === 0) throw new Refusal('directory.no-post');
  const post = postId === undefined ? person.posts[0] : person.posts.find((held) => held.id === postId);
  if (!post) throw new Refusal('directory.other-post');
  return {
    userId,
    personId: person.id,
    personName: person.name,
    city: person.city,
    postId: post.id,
    role: post.role,
    organisationId: post.organisation.id,
    organisationName: post.organisation.name,
    address,
    requestId,
  };
}

/** Answers null for a mere "no" of Better Auth. */
function rethrowFault(error: unknown): null {
  const fault = faultBehind(error);
  if (fault !== undefined) throw fault;
  return null;
}

function readUserId(body: unknown): string | undefined {
  if (body === null || typeof body !== 'object' || !('user' in body)) return undefined;
  const { user } = body;
  return user !== null && typeof user === 'object' && 'id' in user ? String(user.id) : undefined;
}
