import type { auditSubjects } from './audit-words.ts';
import type { Permission } from './permission.ts';

type SubjectKind = keyof typeof auditSubjects;

interface SubjectRule {
  /** the permissions that keep something of such a thing from most people, the reader of the trail among them */
  readonly guards: readonly Permission[];
  /** fields the reader of the trail sees, or all but some; the others are kept from it */
  readonly fields: { readonly only: readonly string[] } | { readonly allBut: readonly string[] };
  /** whether the reason given is kept from it too: it quotes what two firms or a claimant say to the other side */
  readonly why?: 'confidential';
}

/** What was counted, listed or filtered when somebody read or took away: never the value itself. */
const reading = ['filter', 'rows', 'offset', 'quotes', 'contacts', 'entries'] as const;
const everything = { guards: [], fields: { allBut: [] } } as const satisfies SubjectRule;

/**
 * What an entry of the trail keeps from its reader, by the kind of thing it is about. In trade and evidence everything is kept that
 * is not named here, so that a new field is confidential until somebody decides otherwise.
 */
export const auditConfidential = {
  need: {
    guards: ['need.see', 'opportunity.see', 'price.see', 'contact.see'],
    fields: { only: ['state', 'reach', 'matched', 'added', 'supplier', 'deal', ...reading] },
  },
  // what a firm asks and what it is told are theirs and the bodies’; who has a case and where it stands is not
  case: {
    guards: ['case.see', 'case.list', 'order.see'],
    fields: { only: ['list', 'class', 'status', 'lead', 'reason', 'rung', ...reading] },
  },
  // a draft is its body's alone until it is published
  article: { guards: ['article.list'], fields: { only: ['version', 'kind', 'list', ...reading] } },
  'case-template': { guards: ['case-template.see'], fields: { only: ['list', 'version', ...reading] } },
  'case-terms': everything,
  'order-terms': everything,
  'io-table': everything,
  'drill-rules': everything,
  'sourcing-terms': everything,
  // what a firm says of itself is for its policies
  statement: { guards: ['policy.mine'], fields: { only: ['fact', ...reading] } },
  match: {
    guards: ['price.see', 'opportunity.see'],
    fields: { only: ['code', 'supplier', 'shortlisted', ...reading] },
    why: 'confidential',
  },
  deal: { guards: ['deal.see', 'price.see'], fields: { only: ['kind', 'date', 'side', 'confirmedBy', ...reading] } },
  // which bank was asked, what it offered and what was read is theirs and the firm’s
  funding: {
    guards: ['funding.see', 'funding.compare'],
    fields: { only: ['state', 'code', 'until', ...reading] },
  },
  // what a firm wants to reach, and what a body can reach, is theirs
  technology: {
    guards: ['technology.see', 'technology.compare'],
    fields: { only: ['state', 'body', ...reading] },
  },
  // what a firm wishes and what a body reports is theirs and the supervisors’
  'gap-task': { guards: ['gap-task.see'], fields: { only: ['kind', 'status', 'body', ...reading] } },
  // what a firm buys, of whom and for how much is its own and the bureau’s
  purchase: { guards: ['purchase.see'], fields: { only: ['level', 'edition', ...reading] } },
  // which firm is courted, and what is said to it, is for those who court it
  target: {
    guards: ['target.see'],
    fields: { only: ['status', 'stage', 'code', 'owner', 'seq', ...reading] },
    why: 'confidential',
  },
  premises: { guards: ['premises.see'], fields: { only: ['kind', 'state', 'edition', ...reading] } },
  offer: { guards: ['offer.see', 'price.see'], fields: { only: ['state', 'productText', 'productId', ...reading] } },
  claim: {
    guards: ['claim.see', 'evidence.see'],
    fields: { only: ['firm', 'claimant', 'files', 'level', 'actions', 'code', ...reading] },
    why: 'confidential',
  },
  // what a file sent with a need is called may say what it is about
  'request-file': { guards: ['request-file.see'], fields: { only: ['type', 'bytes', ...reading] } },
  evidence: { guards: ['evidence.see'], fields: { only: ['type', 'bytes', ...reading] } },
  organisation: {
    guards: ['contact.see'],
    fields: { allBut: ['contact', 'contacts', 'contactName', 'contactPhone', 'phone', 'claim'] },
  },
  // a mended cell may be a telephone number
  import: { guards: ['contact.see'], fields: { allBut: ['value', 'mended'] } },
  ...{ account: everything, 'user-name': everything, session: everything, person: everything, post: everything },
  ...{ duty: everything, leave: everything, invitation: everything, audit: everything },
  ...{
    list: everything,
    organisations: everything,
    clock: everything,
    policy: everything,
    chain: everything,
    'notice-channel': everything,
  },
} as const satisfies Record<SubjectKind, SubjectRule>;

/** Stands in an entry where its reader may know that something is there, and not what. */
export const confidentialMark = '[confidential]';

type Values = Readonly<Record<string, unknown>>;

/** What an entry says of a change. */
export interface AuditSaying {
  readonly before: Values | null;
  readonly after: Values | null;
  readonly why: string | null;
}

export interface SplitSaying {
  /** every field is there, the confidential ones without their values */
  readonly shown: AuditSaying;
  /** null: nothing was kept back */
  readonly kept: Partial<AuditSaying> | null;
}

/** Parts what the reader of the trail sees from what it does not. Of a kind nobody decided about, everything is kept back. */
export function splitSaying(kind: string, { before, after, why }: AuditSaying): SplitSaying {
  const rules: Readonly<Record<string, SubjectRule>> = auditConfidential;
  const { fields, why: reason } = rules[kind] ?? undecided;
  const isKept = (field: string) => ('only' in fields ? !fields.only.includes(field) : fields.allBut.includes(field));
  const keepsWhy = reason === 'confidential' && why !== null;
  const kept = {
    ...namedValues('before', before, isKept),
    ...namedValues('after', after, isKept),
    ...(keepsWhy ? { why } : {}),
  };
  return {
    shown: { before: masked(before, isKept), after: masked(after, isKept), why: keepsWhy ? confidentialMark : why },
    kept: Object.keys(kept).length === 0 ? null : kept,
  };
}

/** The kinds whose reasons the reader of the trail sees: in those of the others it must not search either. */
export const kindsWithOpenReason: readonly string[] = Object.entries(auditConfidential)
  .filter(([, rule]) => !('why' in rule))
  .map(([kind]) => kind);

const undecided: SubjectRule = { guards: [], fields: { only: reading }, why: 'confidential' };

function masked(values: Values | null, isKept: (field: string) => boolean): Values | null {
  if (values === null) return null;
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      isEmpty(value) || !isKept(field) ? value : confidentialMark,
    ]),
  );
}

function namedValues(name: 'before' | 'after', values: Values | null, isKept: (field: string) => boolean) {
  const kept = Object.entries(values ?? {}).filter(([field, value]) => isKept(field) && !isEmpty(value));
  return kept.length === 0 ? {} : { [name]: Object.fromEntries(kept) };
}

/** Nothing there, or kept back already. */
function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === confidentialMark;
}
