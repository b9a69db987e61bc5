/** The post a person acts as, when several are held; the choice lives as long as the tab. */
const storageKey = 'zhitong.post';

export function currentPost(): string | undefined {
  return sessionStorage.getItem(storageKey) ?? undefined;
}

export function changePost(id: string | undefined): void {
  if (id === undefined) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, id);
}
