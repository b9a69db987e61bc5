import { type Draft, useDraft } from '#platform/draft';

/** What a person writes on a case is kept on the device, per case, until it is sent. */
export const useCaseDraft = (caseId: string): Draft<string> => useDraft(`case.${caseId}`, '', isText);

const isText = (value: unknown): value is string => typeof value === 'string';
