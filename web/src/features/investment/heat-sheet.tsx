import { Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useText } from '#platform/text';
import { heatText } from './heat-text.ts';

/** On a phone the list comes first; the map opens as a sheet. */
export function HeatSheet({ children }: { readonly children: ReactNode }) {
  const say = useText(heatText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button block onClick={() => setOpen(true)}>
        {say('seeMap')}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={say('map')}
        placement="bottom"
        size="92%"
        destroyOnHidden
      >
        {children}
      </Drawer>
    </>
  );
}
