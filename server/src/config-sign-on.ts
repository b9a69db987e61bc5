/** How to reach the operator's own identity provider (OpenID Connect). */
export interface SingleSignOnSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** the words on the button */
  readonly name: string;
  /** what the provider says of a person that is the user name here */
  readonly claim: string;
}

const needed = ['ZHITONG_OIDC_ISSUER', 'ZHITONG_OIDC_CLIENT_ID', 'ZHITONG_OIDC_CLIENT_SECRET'] as const;

/** All three or none; a provider is reached over HTTPS unless it runs on this machine. */
export function readSingleSignOn(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): SingleSignOnSettings | undefined {
  const [issuer, clientId, clientSecret] = needed.map((name) => env[name] || undefined);
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    problems.push(`Single sign-on needs all of ${needed.join(', ')}`);
    return undefined;
  }
  if (!isSafeIssuer(issuer))
    problems.push(`ZHITONG_OIDC_ISSUER must be an https:// address (http:// on this machine only), not "${issuer}"`);
  return {
    ...{ issuer, clientId, clientSecret },
    name: env.ZHITONG_OIDC_NAME || '统一身份认证',
    claim: env.ZHITONG_OIDC_CLAIM || 'preferred_username',
  };
}

export function isSafeIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}
