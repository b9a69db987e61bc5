const browsers = [
  ['MicroMessenger', '微信', 'WeChat'],
  ['DingTalk', '钉钉', 'DingTalk'],
  ['Edg', 'Edge', 'Edge'],
  ['Firefox', 'Firefox', 'Firefox'],
  ['Chrome', 'Chrome', 'Chrome'],
  ['Safari', 'Safari', 'Safari'],
] as const;
const systems = [
  ['HarmonyOS', 'HarmonyOS'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'Mac'],
  ['Linux', 'Linux'],
] as const;

/** `Chrome · Windows` out of what a browser says of itself; undefined where it says nothing known. */
export function deviceName(agent: string, language: 'zh' | 'en'): string | undefined {
  const browser = browsers.find(([mark]) => agent.includes(mark));
  const system = systems.find(([mark]) => agent.includes(mark));
  const names = [browser?.[language === 'zh' ? 1 : 2], system?.[1]].filter((name) => name !== undefined);
  return names.length > 0 ? names.join(' · ') : undefined;
}
