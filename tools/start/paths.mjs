import { fileURLToPath } from 'node:url';

/** The folder of the repository, wherever a command was typed. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
