/** Where e-mail is handed in, and who it says it is from. */
export interface MailServer {
  readonly url: string;
  readonly from: string;
}

type Env = Readonly<Record<string, string | undefined>>;

export function readNoticeHosts(env: Env, problems: string[]): readonly string[] {
  const hosts = (env.ZHITONG_NOTICE_HOSTS ?? '').split(/[\s,]+/).filter((one) => one !== '');
  for (const host of hosts)
    if (!/^[a-z\d]([a-z\d.-]*[a-z\d])?$|^\[[\da-f:]+\]$/i.test(host))
      problems.push(`ZHITONG_NOTICE_HOSTS must list host names such as robots.example.gov.cn, not "${host}"`);
  return hosts.map((host) => host.toLowerCase());
}

/** Both or none. The address of the server may carry a password: no problem quotes it. */
export function readMailServer(env: Env, problems: string[]): MailServer | undefined {
  const { ZHITONG_SMTP_URL: url = '', ZHITONG_SMTP_FROM: from = '' } = env;
  if (url === '' && from === '') return undefined;
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url))
    problems.push('ZHITONG_SMTP_URL must look like smtps://user:password@host:465');
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(from))
    problems.push(`ZHITONG_SMTP_FROM must be a mailbox such as zhitong@example.gov.cn, not "${from}"`);
  return { url, from };
}
