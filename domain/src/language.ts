/** The two full languages of the product; zh-CN leads. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
export type Sentence = Readonly<Record<Language, string>>;
