import { DownOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useText } from '#platform/text';
import { appText } from './app-text.ts';
import { DisplaySettings } from './display-settings.tsx';

export function DisplayMenu({ onKeys }: { onKeys: () => void }) {
  const say = useText(appText);
  const panel = (
    <div className="zt-display-panel">
      <DisplaySettings />
      <Button type="link" onClick={onKeys}>
        {say('keys')}
      </Button>
    </div>
  );
  return (
    <Popover content={panel} trigger="click" placement="bottomRight" destroyOnHidden>
      <button type="button" className="zt-tool">
        <span>{say('display')}</span>
        <DownOutlined aria-hidden="true" />
      </button>
    </Popover>
  );
}
