/** What somebody is told to do about a gap: see to it, have firms publish what they buy, bring both sides to one table. */
export const gapTaskKinds = ['order', 'ask-needs', 'meeting'] as const;
export type GapTaskKind = (typeof gapTaskKinds)[number];

export const gapTaskStatuses = ['given', 'reported', 'done', 'withdrawn'] as const;
export type GapTaskStatus = (typeof gapTaskStatuses)[number];

export const gapTaskRequests = ['report', 'accept', 'return', 'withdraw'] as const;
export type GapTaskRequest = (typeof gapTaskRequests)[number];

export const gapTaskSteps = ['given', 'reported', 'accepted', 'returned', 'withdrawn'] as const;
export type GapTaskStep = (typeof gapTaskSteps)[number];

/** Who has the task, and who gave it; the bureau stands in for whoever gave it. */
export type GapTaskSide = 'body' | 'giver';

/** What may be done to a task as it stands, by whom: the server refuses by it, the screens draw from it. */
const allowed = {
  given: { body: ['report'], giver: ['withdraw'] },
  reported: { body: [], giver: ['accept', 'return', 'withdraw'] },
  done: { body: [], giver: [] },
  withdrawn: { body: [], giver: [] },
} as const satisfies Record<GapTaskStatus, Record<GapTaskSide, readonly GapTaskRequest[]>>;

/** Nothing more is due of it. */
export const isGapTaskOver = (status: GapTaskStatus): boolean => status === 'done' || status === 'withdrawn';

export function allowedGapTaskRequests(status: GapTaskStatus, sides: readonly GapTaskSide[]): GapTaskRequest[] {
  return gapTaskRequests.filter((request) =>
    sides.some((side) => allowed[status][side].some((one) => one === request)),
  );
}
