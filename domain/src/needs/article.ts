/** What a firm may find before it sends anything: a published answer of a body, a policy in force, or what it was told itself. */
export const answerKinds = ['article', 'policy', 'own-case'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/**
 * `draft`: never published. `waiting`: firms read the published version while a newer one waits. `expired`: its last day is over and no
 * firm is shown it. `taken-back`: it was published once.
 */
export const articleStates = ['draft', 'waiting', 'published', 'expired', 'taken-back'] as const;
export type ArticleState = (typeof articleStates)[number];
