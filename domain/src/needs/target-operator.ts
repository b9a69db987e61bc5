/** How a value is meant. Of a range `value` is the lower end and `upTo` the upper one; both belong to it. */
export const targetOperators = ['>=', '<=', '=', 'range'] as const;
export type TargetOperator = (typeof targetOperators)[number];
