import { readFileSync } from 'node:fs';

const atStart = starters();

/**
 * npm and its shell die of a signal without passing it on, and would leave a server without an owner.
 * Outside npm our parent may leave on purpose (nohup, a service manager), so there it is not watched.
 */
export function whenStarterDies(stop) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const timer = setInterval(() => {
    if (starters() === atStart) return;
    clearInterval(timer);
    stop();
  }, 200);
  return () => clearInterval(timer);
}

/** Our parent, and its parent: npm may start a shell that starts us. */
function starters() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

function parentOf(pid) {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
  } catch {
    // Not Linux: only our own parent is watched there.
    return '';
  }
}
