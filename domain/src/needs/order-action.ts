/**
 * 督办 (supervision order): somebody above sees to it that a case moves. Who can act: the body that answers for the case, the
 * supervisor (the bureau or a chief), the firm that asked, or the platform itself, where the case moves or ends.
 */
export const orderSides = ['body', 'supervisor', 'firm', 'system'] as const;
export type OrderSide = (typeof orderSides)[number];

export const orderIssuers = ['bureau', 'chief'] as const;
export type OrderIssuer = (typeof orderIssuers)[number];

/** Why an order could be given: what the case itself shows, or, for the bureau alone, its own judgement with a reason in words. */
export const orderGrounds = ['late', 'escalated', 'handed-back-twice', 'judgement'] as const;
export type OrderGround = (typeof orderGrounds)[number];

interface Done {
  readonly at: Date;
}

/** Everything that can happen to an order. `next` is the body that answers for it from this instant on. */
export type OrderAction =
  | (Done & {
      readonly kind: 'issued';
      readonly issuer: OrderIssuer;
      readonly next: string;
      readonly ground: OrderGround;
    })
  | (Done & { readonly kind: 'signed'; readonly body: string })
  // `promised`: the day by which the body says that the matter is done
  | (Done & { readonly kind: 'fed-back'; readonly body: string; readonly promised: string })
  | (Done & { readonly kind: 'accepted' })
  | (Done & { readonly kind: 'returned' })
  // the supervisor has spoken with a firm that does not answer; whether the order is struck off stays the firm’s word
  | (Done & { readonly kind: 'called' })
  | (Done & { readonly kind: 'consented' })
  | (Done & { readonly kind: 'refused' })
  // the case went to another body, and the order with it
  | (Done & { readonly kind: 'moved'; readonly next: string })
  // the firm withdrew its request, or said itself that it is solved
  | (Done & { readonly kind: 'ended' });
export type OrderActionKind = OrderAction['kind'];

/** What a supervisor writes with these is for the body alone; what the body says it has done is for the firm too. */
export const wordsToBody: ReadonlySet<OrderActionKind> = new Set(['issued', 'returned']);

/** Who has the word in each: the body, the body, the supervisor, the firm, nobody, nobody. */
export const orderStatuses = ['issued', 'signed', 'fed-back', 'accepted', 'struck-off', 'ended'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

const following = ['moved', 'ended'] as const;

/**
 * What each side may do next; the server refuses by this table, the web draws its buttons from it. Only the firm's consent leads to
 * `struck-off` (销号): neither a body nor a supervisor can take an order from the books.
 */
export const allowedOrderActions = {
  issued: { body: ['signed'], system: following },
  signed: { body: ['fed-back'], system: following },
  'fed-back': { supervisor: ['accepted', 'returned'], system: following },
  accepted: { firm: ['consented', 'refused'], supervisor: ['called'], system: following },
  'struck-off': {},
  ended: {},
} as const satisfies Record<OrderStatus, Readonly<Partial<Record<OrderSide, readonly OrderActionKind[]>>>>;

/** What somebody asks for over the interface, and the action it comes to. */
export const orderRequests = {
  sign: 'signed',
  'feed-back': 'fed-back',
  accept: 'accepted',
  return: 'returned',
  call: 'called',
  consent: 'consented',
  refuse: 'refused',
} as const satisfies Record<string, OrderActionKind>;
export type OrderRequest = keyof typeof orderRequests;
export const orderRequestNames = Object.keys(orderRequests) as readonly OrderRequest[];

/** What cannot be asked for without words. */
export const wordyOrderRequests: ReadonlySet<OrderRequest> = new Set(['feed-back', 'return', 'call', 'refuse']);

/** Off the books, or ended with its case. */
export function isOrderOver(status: OrderStatus): boolean {
  return status === 'struck-off' || status === 'ended';
}
