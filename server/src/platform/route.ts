import type { AnyEndpoint, Endpoint } from '@zhitong/contract/endpoint';
import type { Language } from '@zhitong/domain/language';
import { Refusal } from '@zhitong/domain/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import type { z } from 'zod';
import { languageOf } from './request-language.ts';
import { refuseUnstorableText } from './text-check.ts';
import { type Access, isWithheld, mayCall, type Viewer } from './viewer.ts';

export type ReadViewer = (request: FastifyRequest) => Promise<Viewer | null>;

export interface Call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Answer<R extends z.ZodType> = Promise<z.input<R>>;

/** Registers a route from its contract. `access` decides who may call; the handler gets checked values only. */
export function routesFor(app: FastifyInstance, readViewer: ReadViewer) {
  function register<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    contract: Endpoint<P, Q, B, R>,
    access: Access,
    handle: (call: Call<P, Q, B>, viewer: Viewer | null) => Answer<R>,
  ): void {
    app.route({
      method: contract.method,
      url: contract.path,
      schema: schemaOf(contract, access),
      // before the body is looked at: a stranger learns nothing about its shape
      onRequest: async (request) => {
        const viewer = access === 'public' ? null : await readViewer(request);
        if (access !== 'public' && viewer === null) throw new Refusal('platform.signed-out');
        if (!mayCall(access, viewer))
          throw new Refusal(isWithheld(access, viewer) ? 'platform.viewing-withheld' : 'platform.forbidden');
        viewers.set(request, viewer);
      },
      preValidation: async (request) => refuseUnstorableText(request.params, request.query, request.body),
      handler: async (request, reply) => {
        const call = {
          params: request.params as z.output<P>,
          query: request.query as z.output<Q>,
          body: request.body as z.output<B>,
          language: languageOf(request),
          request,
          reply,
        };
        const answer = await handle(call, viewers.get(request) ?? null);
        await reply.status(contract.status).send(answer);
      },
    });
  }
  return {
    public: <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
      contract: Endpoint<P, Q, B, R>,
      /** `whoever`: who is signed in all the same; null: nobody */
      handle: (call: Call<P, Q, B>, whoever: () => Promise<Viewer | null>) => Answer<R>,
    ) => register(contract, 'public', (call) => handle(call, () => readViewer(call.request))),
    for: <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
      access: Exclude<Access, 'public'>,
      contract: Endpoint<P, Q, B, R>,
      handle: (call: Call<P, Q, B>, viewer: Viewer) => Answer<R>,
    ) => register(contract, access, (call, viewer) => handle(call, present(viewer))),
  };
}

function schemaOf(contract: AnyEndpoint, access: Access): FastifySchema & { readonly [accessMark]: Access } {
  return {
    [accessMark]: access,
    tags: [contract.tag],
    summary: contract.summary,
    ...(contract.params ? { params: contract.params } : {}),
    ...(contract.query ? { querystring: contract.query } : {}),
    ...(contract.body ? { body: contract.body } : {}),
    response: { [contract.status]: contract.reply },
  };
}

/** In the OpenAPI document: which permission an address asks for. */
const accessMark = 'x-permission';

export type Routes = ReturnType<typeof routesFor>;

const viewers = new WeakMap<FastifyRequest, Viewer | null>();

function present(viewer: Viewer | null): Viewer {
  if (viewer === null) throw new Refusal('platform.signed-out');
  return viewer;
}
