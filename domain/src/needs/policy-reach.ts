import {
  type KnownFacts,
  missingFacts,
  type PolicyCondition,
  type PolicyFact,
  type PolicyVerdict,
  policyVerdict,
} from './policy.ts';

/** How many firms a policy finds, before it is published. */
export interface PolicyReach {
  readonly firms: number;
  readonly counts: Readonly<Record<PolicyVerdict, number>>;
  /** facts that alone are missing for some firms, the one that decides for most of them first */
  readonly deciding: readonly { readonly fact: PolicyFact; readonly firms: number }[];
}

/** Cost O(firms × conditions). */
export function policyReach(conditions: readonly PolicyCondition[], firms: Iterable<KnownFacts>): PolicyReach {
  const counts = { qualifies: 0, 'one-missing': 0, open: 0, no: 0 };
  const decides = new Map<PolicyFact, number>();
  let all = 0;
  for (const facts of firms) {
    const verdict = policyVerdict(conditions, facts);
    counts[verdict] += 1;
    all += 1;
    const [fact] = verdict === 'one-missing' ? missingFacts(conditions, facts) : [];
    if (fact !== undefined) decides.set(fact, (decides.get(fact) ?? 0) + 1);
  }
  const deciding = [...decides]
    .map(([fact, number]) => ({ fact, firms: number }))
    .toSorted((one, other) => other.firms - one.firms);
  return { firms: all, counts, deciding };
}

/** What a firm has been told of one version of a policy. */
export interface PolicyTold {
  readonly fits: boolean;
  readonly lacks: boolean;
}

export type PolicyNews = { readonly kind: 'fits' } | { readonly kind: 'lacks'; readonly fact: PolicyFact };
export type PolicyNewsKind = PolicyNews['kind'];

/**
 * What a firm is to be told of a policy now: once that it qualifies, and once which single fact is missing, unless it knows already that it
 * qualified. Undefined: nothing new.
 */
export function policyNews(
  conditions: readonly PolicyCondition[],
  facts: KnownFacts,
  told: PolicyTold,
): PolicyNews | undefined {
  const verdict = policyVerdict(conditions, facts);
  if (told.fits) return undefined;
  if (verdict === 'qualifies') return { kind: 'fits' };
  const [fact] = verdict === 'one-missing' && !told.lacks ? missingFacts(conditions, facts) : [];
  return fact === undefined ? undefined : { kind: 'lacks', fact };
}
