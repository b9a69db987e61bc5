import { expect, it } from 'vitest';
import { Closing } from './closing.ts';

it('ends what was started in reverse order, once, and goes on when one fails to end', async () => {
  const closing = new Closing();
  const ended: string[] = [];
  closing.add('database', () => void ended.push('database'));
  closing.add('streams', () => {
    throw new Error('stuck');
  });
  closing.add('app', async () => void ended.push('app'));
  const [first, second] = await Promise.all([closing.close(), closing.close()]);
  expect(ended).toEqual(['app', 'database']);
  expect(first).toEqual(['streams: Error: stuck']);
  expect(second).toBe(first);
});
