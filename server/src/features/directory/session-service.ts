import { isPasswordOld } from '@zhitong/domain/directory/password-policy';
import { mayEver } from '@zhitong/domain/directory/permission';
import type { SessionStep } from '@zhitong/domain/directory/session-step';
import { needsSecondFactor, nextStep } from '@zhitong/domain/directory/session-step';
import { type SessionLimits, sessionEnd, usualSessionLimits } from '@zhitong/domain/directory/session-time';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { FastifyRequest } from 'fastify';
import { AddressLimit } from '#platform/address-limit';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { LiveStreams } from '#platform/live-streams';
import { type Account, findAccount } from './account-store.ts';
import { Turns } from './auth-turns.ts';
import { type Auth, createAuth, faultBehind } from './session-auth.ts';
import type { Origin } from './session-origin.ts';
import { deleteOldSessions, deleteSessions, type SessionChoice, touchSession } from './session-rows.ts';
import { findPerson, type HeldPost, type SignedInPerson } from './session-store.ts';
import { findViewedPost, type ViewedPost } from './viewing-store.ts';

export interface SessionOptions {
  readonly database: Database;
  readonly effects: Effects;
  readonly live: LiveStreams;
  readonly secret: string;
  readonly secureCookies: boolean;
  /** off: accounts of demo people, whose password is public, cannot sign in */
  readonly demo: boolean;
  readonly limits?: SessionLimits;
  /** after so many days a password must be changed; 0: never */
  readonly passwordDays?: number;
}

/** How somebody proved who they are, and when. */
export interface Proof {
  readonly method: 'password' | 'single-sign-on';
  readonly signedInAt: Date;
  readonly factorAt: Date | null;
}

export interface SignedIn {
  readonly userId: string;
  readonly sessionId: string;
  readonly proof: Proof;
  /** what is still missing before this session may do anything */
  readonly step: SessionStep;
  /** when it is over, unless it is used meanwhile */
  readonly endsAt: Date;
  readonly account: Account;
  readonly person: SignedInPerson;
  /** whose screens this session looks at; not open any more: the time is over, or one of the two posts */
  readonly viewing: SessionViewing | null;
}

export interface SessionViewing {
  readonly postId: string;
  readonly until: Date;
  readonly open?: ViewedPost & { readonly watcher: HeldPost };
}

/** How long a verified cookie is believed without asking the database. Another node honours a sign-out after this. */
const believedFor = 5_000;
const believedAtMost = 20_000;
/** a use is written down at most this often */
const touchEvery = 60_000;

/** Who is signed in. Lives as long as the app: it remembers the cookies verified during the last seconds. */
export class Sessions {
  /** tries at one name, one after the other */
  readonly turns = new Turns();
  /** tries at something locked that are written into the trail */
  readonly knocks = new AddressLimit({ most: 5, minutes: 1 });
  readonly #options: SessionOptions;
  readonly #limits: SessionLimits;
  readonly #auth: Auth;
  readonly #verified = new Map<string, { readonly who: SignedIn; readonly until: number }>();
  /** counts the forgettings: what was read before one is not believed after it */
  #forgotten = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#limits = options.limits ?? usualSessionLimits;
    this.#auth = createAuth({ ...options, pool: options.database.pool, absoluteHours: this.#limits.absoluteHours });
  }

  /** The person a request comes from, or null. A request that somebody caused keeps the session alive. */
  async read(request: FastifyRequest): Promise<SignedIn | null> {
    const cookie = request.headers.cookie;
    if (cookie === undefined) return null;
    const known = this.#verified.get(cookie);
    if (known && known.until > this.#now().getTime()) return known.who;
    this.#verified.delete(cookie);
    return this.#verify(cookie, isUse(request));
  }

  /** The same, asked of the database itself. */
  async readAfresh(request: FastifyRequest): Promise<SignedIn | null> {
    return this.#verify(request.headers.cookie ?? '', isUse(request));
  }

  /** Starts a session for somebody who has given this proof; answers who it is and the cookies to set. */
  async start(
    userId: string,
    proof: Proof,
    from: Origin,
  ): Promise<{ who: SignedIn; cookies: readonly string[] } | null> {
    const now = this.#now();
    const account = await this.#findOpenAccount(userId);
    if (!account) return null;
    const { headers, response } = await this.#auth.api.startSession({
      body: { userId, ...proof, lastUsedAt: now },
      headers: new Headers({ 'x-real-ip': from.address, 'user-agent': from.device }),
      returnHeaders: true,
    });
    const who = this.#describe({ ...account, session: { id: response.id, lastUsedAt: now, proof } });
    return { who, cookies: headers.getSetCookie() };
  }

  /** The same session under a new id, because it may do more from now on: an id known from before opens nothing. */
  async renew(who: SignedIn, change: Partial<Proof>, from: Origin) {
    const started = await this.start(who.userId, { ...who.proof, ...change }, from);
    await this.end(who.account, { only: who.sessionId });
    return started;
  }

  /** Ends sessions of an account at once, with their open streams. Answers how many. */
  async end(
    { userId, personId }: { readonly userId: string; readonly personId: string },
    which: SessionChoice,
  ): Promise<number> {
    const ended = await deleteSessions(this.#options.database.db, userId, which);
    this.noteEnd({ personId });
    return ended;
  }

  /** Sessions of this person have ended in a transaction that is committed now: nobody believes them, no stream stays open. */
  noteEnd({ personId }: { readonly personId: string }): void {
    this.forget();
    this.#options.live.endOf(personId);
  }

  /** Better Auth’s way to take its cookie out of the browser, after the session has ended. */
  async farewellCookies(request: FastifyRequest): Promise<readonly string[]> {
    const headers = new Headers({ cookie: request.headers.cookie ?? '' });
    const answer = await this.#auth.api.signOut({ headers, returnHeaders: true });
    this.forget();
    await deleteOldSessions(
      this.#options.database.db,
      new Date(this.#now().getTime() - this.#limits.absoluteHours * 3_600_000),
    );
    return answer.headers.getSetCookie();
  }

  /** Sessions not used since this instant are over. */
  idleSince(): Date {
    return new Date(this.#now().getTime() - this.#limits.idleMinutes * 60_000);
  }

  /** What is known of anybody is asked again: the same session may be known under several cookie lines. */
  forget(): void {
    this.#forgotten++;
    this.#verified.clear();
  }

  async #verify(cookie: string, used: boolean): Promise<SignedIn | null> {
    const before = this.#forgotten;
    const asked = { headers: new Headers({ cookie }), query: { disableRefresh: true } };
    const answer = await this.#auth.api.getSession(asked).catch(rethrowFault);
    if (!answer) return null;
    const { id, userId, signedInAt, lastUsedAt, factorAt, method, viewingPost, viewingUntil } = answer.session;
    const account = await this.#findOpenAccount(userId);
    if (!account) return null;
    const proof: Proof = {
      signedInAt,
      factorAt: factorAt ?? null,
      method: method === 'single-sign-on' ? method : 'password',
    };
    const viewing =
      viewingPost && viewingUntil ? await this.#findViewing(account.person, viewingPost, viewingUntil) : null;
    const who = { ...this.#describe({ ...account, session: { id, lastUsedAt, proof } }), viewing };
    const now = this.#now();
    if (who.endsAt <= now) {
      await deleteSessions(this.#options.database.db, userId, { only: id });
      return null;
    }
    if (used && now.getTime() - lastUsedAt.getTime() >= touchEvery)
      await touchSession(this.#options.database.db, id, now);
    if (before === this.#forgotten) this.#believe(cookie, who);
    return who;
  }

  /** Looking lasts as long as its time, the post that is looked at, and the post that may look. */
  async #findViewing(person: SignedInPerson, postId: string, until: Date): Promise<SessionViewing> {
    const now = this.#now();
    const watcher = person.posts.find(({ role }) => mayEver('viewing.start', role));
    const target =
      watcher && until > now && (await findViewedPost(this.#options.database, { city: person.city, postId, now }));
    return { postId, until, ...(target && { open: { ...target, watcher } }) };
  }

  async #findOpenAccount(userId: string): Promise<{ account: Account; person: SignedInPerson } | undefined> {
    const { database, demo } = this.#options;
    const account = await findAccount(database.db, userId);
    if (!account || account.lockedAt) return undefined;
    const person = await findPerson(database, account, cityDay(this.#now()));
    return person && (demo || !person.demo) ? { account, person } : undefined;
  }

  #describe({ account, person, session }: Described): SignedIn {
    const { proof, lastUsedAt } = session;
    const { passwordDays = 0 } = this.#options;
    const isOld = isPasswordOld(account.passwordChangedAt, this.#now(), passwordDays) && !person.demo;
    const step = nextStep({
      factor: account.factor,
      factorRequired: needsSecondFactor(person.posts.map(({ role }) => role)),
      factorGiven: proof.factorAt !== null,
      passwordDue: proof.method === 'password' && (account.passwordDue || isOld),
    });
    const endsAt = sessionEnd({ signedInAt: proof.signedInAt, lastUsedAt, step }, this.#limits);
    return { userId: account.userId, sessionId: session.id, proof, step, endsAt, account, person, viewing: null };
  }

  #believe(cookie: string, who: SignedIn): void {
    if (this.#verified.size >= believedAtMost) this.#verified.clear();
    const ends = [who.endsAt, who.viewing?.open ? who.viewing.until : who.endsAt].map((end) => end.getTime());
    const until = Math.min(this.#now().getTime() + believedFor, ...ends);
    this.#verified.set(cookie, { who, until });
  }

  #now(): Date {
    return this.#options.effects.now();
  }
}

interface Described {
  readonly account: Account;
  readonly person: SignedInPerson;
  readonly session: { readonly id: string; readonly lastUsedAt: Date; readonly proof: Proof };
}

/** The page says when nobody has touched it for a while; an open stream is no sign of life either. */
function isUse(request: FastifyRequest): boolean {
  const { accept = '' } = request.headers;
  return request.headers['x-zhitong-idle'] === undefined && !accept.includes('text/event-stream');
}

/** Answers null for a mere "no" of Better Auth. */
function rethrowFault(error: unknown): null {
  const fault = faultBehind(error);
  if (fault !== undefined) throw fault;
  return null;
}
