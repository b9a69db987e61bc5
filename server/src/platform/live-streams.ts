import type { ServerResponse } from 'node:http';
import { isCityWide } from '@zhitong/domain/matching/event';
import { inContext } from './context.ts';
import type { Database } from './database.ts';
import type { EventHub } from './event-hub.ts';
import { headPosition, listEvents, type SealedEvent } from './event-log.ts';

/** Beyond this many unsent bytes a reader is too slow: it is dropped and catches up by its cursor. */
const slowReader = 256 * 1024;
const heartbeat = 15_000;
/** A stream outlives the end of its session by this much at most. */
const recheck = 60_000;

interface Stream {
  readonly city: string;
  /** undefined: the bureau, who is told of everything in its city */
  readonly organisation: string | undefined;
  readonly person: string;
  readonly mayListen: () => Promise<boolean>;
  readonly response: ServerResponse;
  cursor: number;
  live: boolean;
}

/**
 * The open Server-Sent Event streams of this node. One reader of the log per city fans out to all streams; a stream that joins
 * or rejoins first catches up from its own cursor and goes live only when it stands where the fan-out stands, so that nothing is
 * lost and nothing comes twice.
 */
export class LiveStreams {
  readonly #database: Database;
  readonly #hub: EventHub;
  readonly #streams = new Set<Stream>();
  readonly #position = new Map<string, number>();
  readonly #reading = new Map<string, Promise<void>>();
  readonly #leave: (() => void)[] = [];
  readonly #beat: NodeJS.Timeout;
  readonly #recheck: NodeJS.Timeout;

  constructor(database: Database, hub: EventHub) {
    this.#database = database;
    this.#hub = hub;
    this.#beat = setInterval(() => {
      for (const stream of this.#streams) this.#write(stream, ': beat\n\n');
    }, heartbeat);
    database.presence.onChange((away) => {
      for (const stream of this.#streams) this.#write(stream, `event: database\ndata:${away ? 'away' : 'back'}\n\n`);
    });
    this.#recheck = setInterval(() => void this.endThoseOver(), recheck);
  }

  get size(): number {
    return this.#streams.size;
  }

  /** Opens a stream behind `after` (undefined: from now on). The response must already carry its head. */
  async open(options: {
    city: string;
    organisation: string | undefined;
    /** who listens: signing out ends the streams of this person */
    person: string;
    /** asked again every minute: the session may be over, or the post ended, without a word to this node */
    mayListen?: () => Promise<boolean>;
    after: number | undefined;
    at: Date;
    response: ServerResponse;
  }): Promise<void> {
    const { city, organisation, person, response, mayListen = async () => true } = options;
    await this.#attend(city);
    const cursor = await this.#startingCursor(city, options.after);
    // the reader may have left meanwhile
    if (response.destroyed) return;
    const stream: Stream = { city, organisation, person, mayListen, response, cursor, live: false };
    this.#streams.add(stream);
    response.on('close', () => this.#streams.delete(stream));
    // tells the reader where it stands, so that it can come back there even if nothing happens before it is cut off
    const ready = JSON.stringify({ type: 'ready', subjectId: null, at: options.at.toISOString() });
    this.#write(stream, `retry: 2000\nid: ${stream.cursor}\nevent: ready\ndata: ${ready}\n\n`);
    await this.#catchUp(stream);
  }

  /** Ends the streams of a person; a browser that is still signed in elsewhere comes back with its cursor by itself. */
  endOf(person: string): void {
    for (const stream of this.#streams) if (stream.person === person) stream.response.end();
  }

  /** Ends the streams whose listener may not listen any more. A database that is away ends nobody. */
  async endThoseOver(): Promise<void> {
    for (const stream of [...this.#streams]) {
      const may = await stream.mayListen().catch(() => true);
      if (!may) stream.response.end();
    }
  }

  /** Ends every stream, so that the server can close. Clients reconnect with their cursor. */
  close(): void {
    clearInterval(this.#beat);
    clearInterval(this.#recheck);
    for (const leave of this.#leave) leave();
    for (const stream of this.#streams) stream.response.end();
    this.#streams.clear();
  }

  async #attend(city: string): Promise<void> {
    if (this.#position.has(city)) return;
    const head = await this.#readHead(city);
    if (this.#position.has(city)) return;
    this.#position.set(city, head);
    this.#leave.push(this.#hub.follow(city, () => this.#readOn(city)));
    this.#hub.wake(city);
  }

  #readOn(city: string): void {
    const before = this.#reading.get(city) ?? Promise.resolve();
    const next = before.then(() => this.#fanOut(city)).catch(() => undefined);
    this.#reading.set(city, next);
  }

  /** A cursor from beyond the end of the log (a database restored to yesterday) would wait for ever: it becomes the end. */
  async #startingCursor(city: string, after: number | undefined): Promise<number> {
    const position = this.#position.get(city) ?? 0;
    if (after === undefined || after <= position) return after ?? position;
    // another node may have told it of events that this one has not fanned out yet
    return Math.min(after, await this.#readHead(city));
  }

  #readHead(city: string): Promise<number> {
    return inContext(this.#database, { city, viewer: 'system' }, (tx) => headPosition(tx, city));
  }

  async #fanOut(city: string): Promise<void> {
    for (;;) {
      const after = this.#position.get(city) ?? 0;
      const events = await inContext(this.#database, { city, viewer: 'system' }, (tx) =>
        listEvents(tx, { city, after, limit: 500 }),
      );
      if (events.length === 0) return;
      for (const event of events) {
        for (const stream of this.#streams) if (stream.live && stream.city === city) this.#send(stream, event);
        this.#position.set(city, event.position);
      }
    }
  }

  async #catchUp(stream: Stream): Promise<void> {
    const { city, organisation } = stream;
    while (this.#streams.has(stream)) {
      const target = this.#position.get(city) ?? 0;
      const events = await inContext(this.#database, { city, viewer: 'system' }, (tx) =>
        listEvents(tx, { city, after: stream.cursor, limit: 500, organisation }),
      );
      for (const event of events) this.#send(stream, event);
      if (events.length === 500) continue;
      stream.cursor = Math.max(stream.cursor, target);
      // no await between this test and going live: the fan-out cannot move in between
      if (stream.cursor >= (this.#position.get(city) ?? 0)) {
        stream.live = true;
        return;
      }
    }
  }

  #send(stream: Stream, event: SealedEvent): void {
    if (event.position <= stream.cursor) return;
    if (stream.organisation !== undefined && !event.audience.includes(stream.organisation) && !isCityWide(event))
      return;
    stream.cursor = event.position;
    const data = { type: event.type, subjectId: event.subjectId, at: event.at.toISOString() };
    this.#write(stream, `id: ${event.position}\nevent: ${event.type}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #write(stream: Stream, frame: string): void {
    if (stream.response.writableLength > slowReader) {
      this.#streams.delete(stream);
      stream.response.destroy();
      return;
    }
    stream.response.write(frame);
  }
}
