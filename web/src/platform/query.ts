import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { getSession } from '@zhitong/contract/directory/session-contract';
import type { Endpoint } from '@zhitong/contract/endpoint';
import type { z } from 'zod';
import { type CallInput, call, FailedError, RefusedError } from './api.ts';
import { useLanguage } from './display.ts';

/** Server state lives here and nowhere else. What was seen stays on screen while fresh rows are fetched. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => askWhoIsThere(error, query.queryKey[0]) }),
    mutationCache: new MutationCache({ onError: (error) => askWhoIsThere(error, undefined) }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 10 * 60_000,
        retry: (count, error) => !(error instanceof RefusedError) && count < 1,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;

  /** Signed out meanwhile: the question who is there is asked again, and the shell leads to the sign-in. */
  function askWhoIsThere(error: Error, path: unknown): void {
    if (isRefused(error, 401) && path !== getSession.path) refresh(client, getSession);
  }
}

interface AskOptions {
  readonly enabled?: boolean;
  /** keep the rows of the former question while the new ones come */
  readonly keep?: boolean;
  /** false for an answer without sentences: a switch of the language does not ask for it again */
  readonly worded?: boolean;
}

/** Asks one endpoint. Sentences come in the reader's language, so the language is part of the question. */
export function useAsk<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  input: CallInput<P, Q, B>,
  options: AskOptions = {},
): UseQueryResult<z.output<R>> {
  const language = useLanguage();
  return useQuery<z.output<R>>({
    queryKey: [endpoint.path, input, ...(options.worded === false ? [] : [language])],
    queryFn: ({ signal }) => call(endpoint, { ...input, signal }),
    enabled: options.enabled ?? true,
    ...(options.keep !== false && { placeholderData: keepPreviousData }),
  });
}

/** Does something on the server; the caller says what to refresh by path. */
export function useDo<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
) {
  return useMutation<z.output<R>, Error, CallInput<P, Q, B>>({ mutationFn: (input) => call(endpoint, input) });
}

/** Refreshes every question asked at these addresses. */
export function refresh(client: QueryClient, ...endpoints: readonly { readonly path: string }[]): void {
  for (const { path } of endpoints) void client.invalidateQueries({ queryKey: [path] });
}

export function isRefused(error: unknown, status?: number): error is RefusedError {
  return error instanceof RefusedError && (status === undefined || error.status === status);
}

/** What the person can quote when asking for help. */
export function referenceOf(error: unknown): string {
  if (error instanceof RefusedError) return error.requestId;
  return error instanceof FailedError ? error.reference : '';
}
