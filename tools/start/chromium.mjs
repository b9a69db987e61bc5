import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { capture } from './child-process.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const chineseFont = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

export const noBrowser =
  'There is no Chromium here and apt-get could not install one: install chromium and fonts-noto-cjk, or set CHROMIUM to the path of a browser.';

/** The browser of the journeys: the one of this machine, else one from apt; undefined when neither is to be had. */
export async function provideChromium() {
  const found = await findChromium();
  if (found && (process.platform !== 'linux' || existsSync(chineseFont))) return found;
  console.log(found ? 'Installing a Chinese font by apt-get …' : 'Installing Chromium by apt-get …');
  await aptInstall(found ? ['fonts-noto-cjk'] : ['chromium', 'fonts-noto-cjk']);
  return found ?? findChromium();
}

async function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin');
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name))).concat(places);
  for (const file of candidates) {
    if (existsSync(file) && (await answers(file))) return file;
  }
  return undefined;
}

/** Ubuntu puts a stub of the same name there that only says how to install the browser: a file is not yet a browser. */
async function answers(file) {
  if (process.platform === 'win32') return true;
  return (await capture(file, ['--version'])).code === 0;
}

async function aptInstall(packages) {
  const environment = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND'];
  for (const command of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const [program, ...args] = [...asRoot, 'apt-get', ...command];
    const { code, output } = await capture(program, args, environment);
    if (code !== 0) console.log(output.trim().split('\n').slice(-3).join('\n'));
  }
}
