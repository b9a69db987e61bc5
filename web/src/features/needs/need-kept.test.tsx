import { screen } from '@testing-library/react';
import { getCascade } from '@zhitong/contract/needs/cascade-contract';
import { describe, expect, it } from 'vitest';
import { changeDisplay } from '#platform/display';
import { need as exampleNeed } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { NeedScreen } from './need-screen.tsx';

const counts = { matched: 0, seen: 0, quoted: 0, declined: 0 };
const draw = (more: object, role?: 'operator') => {
  const need = { ...exampleNeed, deal: null, counts, ...more };
  const page = <NeedScreen need={need} matches={null} answers={null} choose={null} />;
  return role ? renderScreen(page, `/needs/${need.id}`, role) : renderScreen(page, `/needs/${need.id}`);
};

describe('a need that is kept back', () => {
  it('says so, why, and what can be done, not that no firm fits', async () => {
    startFakeServer().answer(getCascade, { cascade: null, keptBack: null });
    await draw({ state: 'open', keptBack: 'advert' });
    expect(await screen.findByText(/暂缓送达，没有发给供应商：像推销广告。.*可以做的事写在下面/)).toBeTruthy();
    expect(screen.queryByText(/还没有合适的企业/)).toBeNull();
  });

  it('tells the bureau that it can let it through', async () => {
    startFakeServer().answer(getCascade, { cascade: null, keptBack: null });
    await draw({ state: 'open', keptBack: 'junk' }, 'operator');
    expect(await screen.findByText(/可以放行或维持/)).toBeTruthy();
  });

  it('says after the ruling that a new need may be posted, in English too', async () => {
    startFakeServer().answer(getCascade, { cascade: null, keptBack: null });
    changeDisplay({ language: 'en' });
    await draw({ state: 'kept-back', keptBack: 'advert' });
    expect(await screen.findByText(/Not sent to suppliers after a review: .*Post a new need/)).toBeTruthy();
  });
});

it('a need that was sent and nobody fits still says so', async () => {
  startFakeServer().answer(getCascade, { cascade: null, keptBack: null });
  changeDisplay({ language: 'zh' });
  await draw({ state: 'open', keptBack: null });
  expect(await screen.findByText(/还没有合适的企业/)).toBeTruthy();
});
