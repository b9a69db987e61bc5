/** A field that was left empty says nothing. */
export const emptyAsNull = (text: string | null): string | null => (text === null || text === '' ? null : text);
