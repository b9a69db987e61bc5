import { describe, expect, it } from 'vitest';
import { signIn } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';

const { visit } = useCityVisits();
const promised = 350_000;

describe('the first screen', () => {
  it('needs no more than 350 kB as they travel, from the sign-in page to the rows of home', async () => {
    const { page, context } = await visit();
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    const names = new Map<string, string>();
    const sizes = new Map<string, number>();
    wire.on('Network.requestWillBeSent', ({ requestId, request }) => names.set(requestId, request.url));
    wire.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      const url = names.get(requestId) ?? requestId;
      sizes.set(url, (sizes.get(url) ?? 0) + encodedDataLength);
    });
    await signIn(page, 'firm.buyer');
    await page.locator('.zt-home').waitFor();
    await page.waitForTimeout(500);

    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const biggest = [...sizes]
      .toSorted(([, a], [, b]) => b - a)
      .map(([url, size]) => `${size} ${new URL(url).pathname}`);
    expect(total, biggest.join('\n')).toBeLessThanOrEqual(promised);
    expect(total).toBeGreaterThan(50_000);
    expect([...sizes.keys()].filter((url) => /echarts|xyflow|react-flow/i.test(url))).toEqual([]);
  });
});
