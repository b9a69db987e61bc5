import { useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useState } from 'react';

/** Filters, sort and the open panel live in the address, so that a pasted link shows the same rows. */
export interface Address {
  readonly get: (name: string) => string | undefined;
  /** changes some of them; undefined takes one away. Going back returns to the former view unless `quietly` */
  readonly set: (change: Readonly<Record<string, string | undefined>>, quietly?: 'quietly') => void;
}

export function useAddress(): Address {
  const router = useRouter();
  const location = useRouterState({ select: (state) => state.location });
  const query = new URLSearchParams(location.searchStr);
  const set: Address['set'] = (change, quietly) => {
    const next = new URLSearchParams(router.state.location.searchStr);
    for (const [name, value] of Object.entries(change)) {
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
    }
    const search = next.toString();
    const to = search ? `${router.state.location.pathname}?${search}` : router.state.location.pathname;
    if (quietly) router.history.replace(to);
    else router.history.push(to);
  };
  return { get: (name) => query.get(name) ?? undefined, set };
}

export function useGo(): (to: string) => void {
  const router = useRouter();
  return useCallback((to: string) => router.history.push(to), [router]);
}

/** Leads on without leaving the place in the history: going back does not lead here again. */
export function useLeadOn(): (to: string) => void {
  const router = useRouter();
  return useCallback((to: string) => router.history.replace(to), [router]);
}

export function usePath(): string {
  return useRouterState({ select: (state) => state.location.pathname });
}

/** `?who=help`, empty when there is none */
export function useSearchWords(): string {
  return useRouterState({ select: (state) => state.location.searchStr });
}

/** `/needs/:id` → the id. While the person is led on to another place, the page they leave keeps its own. */
export function usePathId(): string | undefined {
  return usePathPart(2);
}

/** `/chains/:id/gaps/:product` → the product, kept in the same way. */
export function usePathDetail(): string | undefined {
  return usePathPart(4);
}

function usePathPart(at: number): string | undefined {
  const parts = usePath().split('/');
  const [place, part] = [parts[1], parts[at]];
  const [own, keep] = useState({ place, part });
  if (own.place === place && own.part !== part) keep({ place, part });
  const shown = own.place === place ? part : own.part;
  return shown === undefined || shown === '' ? undefined : decodeURIComponent(shown);
}
