const code = /^\d{6}$/;

/** The district an address names; anything else is none. */
export const districtOf = (word: string | undefined): string | undefined =>
  word !== undefined && code.test(word) ? word : undefined;
