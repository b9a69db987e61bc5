import type { RefusalReply } from '@zhitong/contract/values';
import type { Language } from '@zhitong/domain/language';
import { fillIn, Refusal, type RefusalDetails, type RefusalRow } from '@zhitong/domain/refusal';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { DatabasePresence } from './database-presence.ts';
import { invalidFields } from './invalid-fields.ts';
import { platformRefusals } from './platform-refusals.ts';
import { languageOf } from './request-language.ts';

/** Who knows whether the database can be reached. */
type Presence = Pick<DatabasePresence, 'suspect'>;

export type RefusalTable = Readonly<Record<string, RefusalRow>>;

/** Every refusal and failure leaves the house through here, in one envelope and in the reader's language. */
export function installRefusals(app: FastifyInstance, slices: readonly RefusalTable[], presence?: Presence): void {
  const table: RefusalTable = Object.assign({}, platformRefusals, ...slices);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    // the reader closed the page in the middle of an answer: nobody is there to be answered
    if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') return reply.hijack();
    const refusal = asRefusal(error);
    if (!refusal) {
      request.log.error({ err: error }, 'failure');
      return send({ table, request, reply, refusal: new Refusal('platform.failure'), status: 500 });
    }
    if (refusal.code === 'platform.database-away' && presence)
      sayUnlessAway(presence, error, () => request.log.warn({ err: error }, 'database busy'));
    if (refusal.code === 'platform.disk-full') request.log.error({ err: error }, 'disk full');
    return send({ table, request, reply, refusal });
  });
  app.setNotFoundHandler((request, reply) =>
    send({ table, request, reply, refusal: new Refusal('platform.not-found') }),
  );
}

/** Says what failed, unless it failed because the database is away: that is said once, when it is lost. */
export function sayUnlessAway(presence: Presence, error: unknown, say: () => void): void {
  if (!isDatabaseAway(error)) {
    say();
    return;
  }
  void presence.suspect().then((away) => {
    if (!away) say();
  });
}

interface Sending {
  readonly table: RefusalTable;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly refusal: Refusal;
  readonly status?: number;
}

function send({ table, request, reply, refusal, status }: Sending) {
  const row = table[refusal.code] ?? platformRefusals['platform.failure'];
  const body: RefusalReply = {
    code: refusal.code,
    message: sentence(row, refusal.details, languageOf(request)),
    details: refusal.details,
    requestId: request.id,
  };
  return reply
    .status(status ?? row.status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(body));
}

function sentence(row: RefusalRow, details: RefusalDetails, language: Language): string {
  return fillIn(row[language], details);
}

function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    // an address that names nothing is the address of nothing
    if (error.validationContext === 'params') return new Refusal('platform.not-found');
    const fields = invalidFields(error.validation, error.validationContext ?? 'body');
    return new Refusal('platform.invalid-input', { count: fields.length, fields: fields.join(', ') });
  }
  const passing = passingRefusal(error);
  if (passing) return passing;
  const code = codeOf(error);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('platform.body-too-large', { limit: '2 MB' });
  if (typeof code === 'string' && code.startsWith('FST_ERR_CTP'))
    return new Refusal('platform.invalid-input', { count: 1, fields: 'body' });
  return undefined;
}

/** A fault of the house that goes by: the same thing can be done again later, and nothing is wrong with what was sent. */
export function passingRefusal(error: unknown): Refusal | undefined {
  if (isDatabaseAway(error)) return new Refusal('platform.database-away');
  return fullCodes.has(String(codeOf(error))) ? new Refusal('platform.disk-full') : undefined;
}

/** Of PostgreSQL, and of the machine itself. */
const fullCodes = new Set(['53100', 'ENOSPC']);

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '08001',
  '53300',
  '28P01',
  '3D000',
]);

/** The server shut down, is starting, cannot be reached, or has no connection free. */
function isDatabaseAway(error: unknown): boolean {
  if (awayCodes.has(String(codeOf(error)))) return true;
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    )
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
