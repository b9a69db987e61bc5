import { isAbsolute, resolve } from 'node:path';

/** The operator's approved base map: where its file is, and the number the authority gave it (审图号). */
export interface BaseMapSettings {
  readonly path: string;
  readonly number: string;
}

/** Both or none: a map without its number may not be shown as approved. */
export function readBaseMap(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): BaseMapSettings | undefined {
  const { ZHITONG_BASE_MAP: file = '', ZHITONG_BASE_MAP_NUMBER: number = '' } = env;
  if (file === '' && number === '') return undefined;
  if (file === '' || number.trim() === '') {
    problems.push(
      'ZHITONG_BASE_MAP (a GeoJSON file) and ZHITONG_BASE_MAP_NUMBER (its 审图号) go together: set both or none',
    );
    return undefined;
  }
  return { path: isAbsolute(file) ? file : resolve(file), number: number.trim() };
}
