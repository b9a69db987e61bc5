/** The demo city is Weihai; an installation for another city has no use for it. */
export const demoCity = '371000';
