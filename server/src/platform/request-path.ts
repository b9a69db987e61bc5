/**
 * Whether an address belongs to the API, read as the router reads it: `/%61pi/needs` is `/api/needs`. What cannot be read is counted in,
 * so that no way of writing an address escapes a limit.
 */
export function isApiPath(url: string): boolean {
  const [path = ''] = url.split('?');
  try {
    return decodeURI(path).startsWith('/api/');
  } catch {
    return true;
  }
}
