import { createInstance, type FormatterModule } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

/** Numbers in sentences carry separators: `2,318 家`. */
const separators: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown) => (typeof value === 'number' ? value.toLocaleString('en-GB') : String(value)),
};

/** One i18next for the whole app. Places in sentences are written `{name}`, as in the refusal tables of the domain. */
export const i18n = createInstance();
void i18n
  .use(separators)
  .use(initReactI18next)
  .init({
    lng: 'zh',
    fallbackLng: false,
    resources: {},
    ns: [],
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false, alwaysFormat: true },
    react: { useSuspense: false },
  });

type Words = Readonly<Record<string, string>>;
/** English needs a singular beside every counted sentence (`rows_other` → also `rows_one`); Chinese does not. */
type SingularKey<Key> = Key extends `${infer Base}_other` ? `${Base}_one` : never;
type EnglishOf<Zh extends Words> = { readonly [Key in keyof Zh | SingularKey<keyof Zh>]: string };
type BaseKey<Key> = Key extends `${infer Base}_other` ? Base : Key;
type Values = Readonly<Record<string, string | number>>;

export interface TextTable<Zh extends Words> {
  readonly slice: string;
  readonly zh: Zh;
  readonly en: EnglishOf<Zh>;
}

/** The words of one slice in both languages; a key missing in English does not compile. */
export function defineText<const Zh extends Words>(table: TextTable<Zh>): TextTable<Zh> {
  i18n.addResourceBundle('zh', table.slice, table.zh);
  i18n.addResourceBundle('en', table.slice, table.en);
  return table;
}

export type Say<Zh extends Words> = (key: BaseKey<keyof Zh> & string, values?: Values) => string;

/** The words of a slice in the reader's language; the component renders again when the language changes. */
export function useText<Zh extends Words>(table: TextTable<Zh>): Say<Zh> {
  const { t } = useTranslation(table.slice, { i18n });
  return (key, values) => {
    const plain: string = key;
    return t(plain, { ...values });
  };
}

/** The same outside components. */
export function textOf<Zh extends Words>(table: TextTable<Zh>): Say<Zh> {
  return (key, values) => {
    const plain: string = key;
    return i18n.t(plain, { ns: table.slice, ...values });
  };
}
