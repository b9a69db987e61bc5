import type { Sentence } from '../language.ts';

/** Places in a template that are filled from the case it is put into. */
export const templatePlaces = ['企业名称', '事项', '办结期限'] as const;
export type TemplatePlace = (typeof templatePlaces)[number];

export const templatePlaceWords = {
  企业名称: { zh: '企业名称', en: 'name of the firm' },
  事项: { zh: '事项', en: 'matter' },
  办结期限: { zh: '办结期限', en: 'due time' },
} as const satisfies Record<TemplatePlace, Sentence>;

/** The most templates a body keeps: with more, nobody finds one. */
export const mostTemplates = 200;

export type TemplateValues = Readonly<Record<TemplatePlace, string>>;

const places = /\{([^{}\n]{1,20})\}/g;

/** Places that the text names and no case can fill, each once. */
export function unknownPlaces(text: string): readonly string[] {
  const known: readonly string[] = templatePlaces;
  return [...new Set([...text.matchAll(places)].flatMap(([, name = '']) => (known.includes(name) ? [] : [name])))];
}

/** The template with its places filled. */
export function fillTemplate(text: string, values: TemplateValues): string {
  return text.replace(places, (whole, name: string) => {
    const place = templatePlaces.find((known) => known === name);
    return place === undefined ? whole : values[place];
  });
}

/**
 * What remains the same of an answer whoever gets it: the firm's name and the matter become their places again, and so does every
 * date, so that a filled template is still recognised as one.
 */
export function unfilled(text: string, { firm, matter }: { readonly firm: string; readonly matter: string }): string {
  const named = [
    ['{企业名称}', firm],
    ['{事项}', matter],
  ] as const;
  const blanked = named.reduce(
    (rest, [place, value]) => (value.length > 1 ? rest.replaceAll(value, place) : rest),
    text,
  );
  return blanked.replace(dates, '{办结期限}');
}

const dates = /(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:（周.）)?(?:\s*\d{1,2}:\d{2})?/g;

interface Belonging {
  readonly title: string;
  readonly dutyId: string | null;
  readonly list: string | null;
}

/** Those of the matter first, then those of the list, then those for any case; those of other matters and lists are left out. */
export function templatesFor<Template extends Belonging>(
  templates: readonly Template[],
  of: { readonly dutyId: string | null; readonly list: string },
): readonly Template[] {
  const nearness = ({ dutyId, list }: Template) => {
    if (dutyId !== null) return dutyId === of.dutyId ? 0 : undefined;
    if (list !== null) return list === of.list ? 1 : undefined;
    return 2;
  };
  return templates
    .flatMap((template) => {
      const near = nearness(template);
      return near === undefined ? [] : [{ template, near }];
    })
    .toSorted((a, b) => a.near - b.near)
    .map(({ template }) => template);
}
