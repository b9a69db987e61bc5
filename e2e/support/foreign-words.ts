import type { Page } from 'playwright-core';
import { shownWords } from './page-look.ts';

/** What a Chinese page may write in Latin letters: units and measures, names of papers, of browsers, the product itself. */
const latinNames =
  /^(BFE|PFE|VFE|PP|PE|PET|PVC|ABS|PA|CF|ISO|IATF|GB|YY|FZ|CE|FDA|GMP|OEKO|TEX|AAMI|ASTM|EN|T|HS|kg|km|mm|cm|dtex|cN|mPa|MPa|GPa|Pa|kW|kV|Hz|kWh|cmH|mmH|min|Excel|Ctrl|Alt|SMS|SMMS|SSS|zhitong-match|Zhitong|Chrome|Chromium|Edge|Firefox|Safari|Windows|Linux|Android|iOS|macOS)$/;
/** Sign-in names, names of files, numbers of papers, credit codes, and the names of products and figures, which carry letters of their own. */
const recordName =
  /^((管理 )?[a-z]+\.[a-z]+|(管理 )?(bureau2?|(sys|sec|audit)admin)|\d{4}-[a-z-]+\.sql.*|.*链头 [0-9a-f]+.*|bureau2?|(sys|sec|audit)admin|.+\.(csv|xlsx|pdf)|English|备注：.*|又名 .*|\d\d \d+ .*|.*\d[A-Z]+.*|.*[A-Z]{2,}.*)$/;

/** Words on a Chinese page that are no name and yet not Chinese. */
export async function latinLeft(page: Page): Promise<readonly string[]> {
  const words = await shownWords(page);
  return words.filter((text) => !recordName.test(text) && latinWords(text).some((word) => !latinNames.test(word)));
}

function latinWords(text: string): readonly string[] {
  return (text.match(/[A-Za-z]+(-[A-Za-z]+)*/g) ?? []).filter((word) => word.length > 1);
}

/** Words on an English page that are Chinese and do not say so: names and quoted originals carry `lang="zh"`. */
export function chineseLeft(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const chinese = /\\p{Script=Han}/u;
    const own = (element) => !element.closest('script, style, textarea') && !element.closest('[lang]')?.lang.startsWith('zh');
    const words = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement, data } = texts.currentNode;
      if (chinese.test(data) && parentElement?.checkVisibility() && own(parentElement)) words.push(data.trim());
    }
    for (const element of document.querySelectorAll('[placeholder], [alt]'))
      for (const name of ['placeholder', 'alt'])
        if (own(element) && chinese.test(element.getAttribute(name) ?? '')) words.push(element.getAttribute(name));
    return [...new Set(words)];
  })()`);
}
