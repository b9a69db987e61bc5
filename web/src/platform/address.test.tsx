import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderScreen } from '../testing/render-screen.tsx';
import { usePathId } from './address.ts';

const Shown = () => <p>{usePathId()}</p>;

describe('the id in the address of a page', () => {
  it('changes with the address at the same place, and stays while the person is led to another', async () => {
    const { router } = await renderScreen(<Shown />, '/needs/one');
    expect(screen.getByText('one')).toBeTruthy();
    await act(() => router.navigate({ href: '/needs/two' }));
    expect(screen.getByText('two')).toBeTruthy();
    await act(() => router.navigate({ href: '/deals/three' }));
    expect(screen.getByText('two')).toBeTruthy();
  });
});
