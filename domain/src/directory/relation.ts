/**
 * How the person asking stands to a thing, in the post it acts in. A role says nothing alone: a manager may change a firm only
 * where the relation is `own`.
 */
export const relations = [
  /** one's own person, account or sessions */
  'self',
  /** a thing of the organisation one acts for */
  'own',
  /** a matter assigned to the body one acts for */
  'assigned',
  /** the other side of a match */
  'counterpart',
  /** the other side of a deal that both sides signed */
  'agreed',
  /** the bureau that operates the platform in the thing's city */
  'bureau',
  /** the chief of this chain, and the chief's office */
  'chief',
  /** a bank that was asked */
  'bank-asked',
  /** an administrator of the thing's city */
  'administrator',
  /** anybody with a post in the thing's city */
  'city',
  /** anybody signed in, in whatever city: published facts */
  'anywhere',
] as const;
export type Relation = (typeof relations)[number];
