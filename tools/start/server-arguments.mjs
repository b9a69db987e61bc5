import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';

/** What Node is given to run the server; `flags` come first. */
export function serverArguments(flags = []) {
  const parentWatch = pathToFileURL(join(root, 'tools', 'start', 'parent-watch.mjs')).href;
  return [...flags, '--import', parentWatch, join(root, 'server', 'src', 'main.ts')];
}
