/**
 * Whether an address belongs to the API, read as the router reads it: `/%61pi/needs` and `http://any/api/needs` are `/api/needs`. What cannot be read is counted in,
 * so that no way of writing an address escapes a limit.
 */
export function isApiPath(url: string): boolean {
  const [path = ''] = url.replace(absolute, '').split('?');
  try {
    return decodeURI(path).startsWith('/api/');
  } catch {
    return true;
  }
}

/** The form of a request to a proxy (RFC 9112, 3.2.2): scheme and host before the path; the router passes over them. */
const absolute = /^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i;
