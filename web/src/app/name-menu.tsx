import { DownOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useSignOut } from '#features/directory/session';
import { useGo } from '#platform/address';
import { changePost } from '#platform/post';
import { roleText } from '#platform/role-text';
import { useText } from '#platform/text';
import { appText } from './app-text.ts';
import { furtherPlacesOf } from './menu.tsx';
import { useViewer } from './viewer-context.tsx';

/** Who I am, my other posts, and the way out. */
export function NameMenu() {
  const say = useText(appText);
  const sayRole = useText(roleText);
  const viewer = useViewer();
  const go = useGo();
  const signOut = useSignOut();
  const further = furtherPlacesOf(viewer);
  const others = viewer.posts.filter(({ id }) => id !== viewer.post.id);

  const whole = `${viewer.person.name} · ${viewer.post.organisation.name}`;

  const act = (key: string) => {
    if (key === 'sign-out') {
      void signOut().then(() => go('/sign-in'));
      return;
    }
    if (key.startsWith('/')) {
      go(key);
      return;
    }
    changePost(key);
    // drawn anew from nothing: what was on the way for the other post can never arrive on this one's screen
    window.location.assign('/');
  };
  const items = [
    ...(others.length > 0
      ? [
          {
            type: 'group' as const,
            label: say('switchPost'),
            children: others.map(({ id, organisation, role }) => ({
              key: id,
              label: (
                <>
                  <span lang="zh">{organisation.name}</span> · {sayRole(role)}
                </>
              ),
            })),
          },
        ]
      : []),
    ...(further.length > 0
      ? [
          {
            type: 'group' as const,
            label: say('further'),
            children: further.map(({ to, word }) => ({ key: to, label: say(word) })),
          },
        ]
      : []),
    { key: '/me', label: say('mineTitle') },
    { key: 'sign-out', label: say('signOut') },
  ];
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => act(key) }} trigger={['click']} placement="bottomRight">
      <button type="button" className="zt-tool zt-name" lang="zh" title={whole}>
        <span className="zt-name-words">{whole}</span>
        <DownOutlined aria-hidden="true" />
      </button>
    </Dropdown>
  );
}
