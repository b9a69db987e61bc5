import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workspaces } from '../gates/boundary-scan.ts';
import { allowedImports, forbiddenImports, importedFiles, orphan, packageStubs, wayBack } from './forbidden-imports.ts';

/** Builds a small repository below `root` in which every import of the tables stands in a file of its own. */
export function writeFixtures(root: string, repository: string): void {
  for (const workspace of workspaces) writeWorkspace(root, repository, workspace);
  for (const name of Object.keys(packageStubs)) writePackage(root, name);
  for (const file of [...importedFiles, orphan.file]) writeSource(root, file, '');
  for (const { file, imports } of [...allowedImports, ...forbiddenImports, wayBack]) writeSource(root, file, imports);
}

function writeWorkspace(root: string, repository: string, workspace: string): void {
  mkdirSync(join(root, workspace), { recursive: true });
  mkdirSync(join(root, 'node_modules/@zhitong'), { recursive: true });
  symlinkSync(join(root, workspace), join(root, 'node_modules/@zhitong', workspace), 'junction');
  const manifest = join(repository, workspace, 'package.json');
  const declared = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, Record<string, string>>;
  for (const [name, declarations] of Object.entries<Record<string, string>>(packageStubs)) {
    const kind = declarations[workspace];
    if (kind) declared[kind] = { ...declared[kind], [name]: '1.0.0' };
  }
  writeFileSync(join(root, workspace, 'package.json'), JSON.stringify(declared));
}

function writePackage(root: string, name: string): void {
  const folder = join(root, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
  writeFileSync(join(folder, 'index.js'), '');
}

function writeSource(root: string, file: string, imports: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), imports ? `import '${imports}';\n` : 'export const nothing = 0;\n');
}
