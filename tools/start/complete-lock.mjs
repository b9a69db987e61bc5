// Makes package-lock.json true for every platform, not only the one that wrote it.
//
// npm leaves optional packages of other platforms out of the lock when the registry it asked does not offer
// them, and `npm ci` on that platform then refuses. Run after each change of dependencies, in this order:
//   npm install --package-lock-only && node tools/start/complete-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { completeLock } from './lock-completion.mjs';

const lockFile = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const { lock, added } = completeLock(JSON.parse(readFileSync(lockFile, 'utf8')));
writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added.length} platform packages added`);
