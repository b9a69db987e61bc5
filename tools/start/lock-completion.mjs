const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'sunos', 'win32', 'windows'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x'];

/** Adds an entry for each platform package that the lock names as optional and does not describe. */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  const added = [];
  for (const [owner, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (findEntry(packages, owner, name)) continue;
      const key = `node_modules/${name}`;
      packages[key] = platformEntry({ name, version, owner: entry });
      added.push(key);
    }
  }
  return { lock: { ...lock, packages: sortedByKey(packages) }, added };
}

/** The lock key of `name` as Node would find it from `owner`: nearest node_modules first, then outwards. */
export function findEntry(packages, owner, name) {
  const folders = owner.split('/');
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const key = [...folders.slice(0, depth), 'node_modules', name].filter(Boolean).join('/');
    if (packages[key]) return key;
  }
  return undefined;
}

function platformEntry({ name, version, owner }) {
  const words = name.split(/[/-]/);
  const system = systems.find((candidate) => words.includes(candidate));
  const cpu = processors.find((candidate) => words.includes(candidate));
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(owner.dev ? { dev: true } : {}),
    ...(words.includes('musl') ? { libc: ['musl'] } : {}),
    ...(words.includes('gnu') ? { libc: ['glibc'] } : {}),
    ...(owner.license ? { license: owner.license } : {}),
    optional: true,
    ...(system ? { os: [system === 'windows' ? 'win32' : system] } : {}),
  };
}

function sortedByKey(record) {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => a.localeCompare(b, 'en')));
}
