import type { Account } from '@zhitong/contract/directory/account-contract';
import { startViewing } from '@zhitong/contract/directory/viewing-contract';
import { isAdministrator } from '@zhitong/domain/directory/role-groups';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useMay } from '#platform/may';
import { useDo } from '#platform/query';
import { roleText } from '#platform/role-text';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { viewingText } from './viewing-text.ts';

type Post = Account['posts'][number];

/** For each post of this account that may be looked at, the way to look. Administrators are kept apart. */
export function ViewingStart({ posts }: { posts: readonly Post[] }) {
  const say = useText(viewingText);
  const sayRole = useText(roleText);
  const may = useMay();
  const [chosen, setChosen] = useState<Post>();
  const open = posts.filter(({ role }) => !isAdministrator(role));
  if (!may('viewing.start') || open.length === 0) return null;
  return (
    <div className="zt-section">
      {open.map((post) => (
        <Button key={post.id} block onClick={() => setChosen(post)}>
          {open.length === 1
            ? say('start')
            : say('startAs', { role: sayRole(post.role), organisation: post.organisation.name })}
        </Button>
      ))}
      {chosen && <PurposeDialog post={chosen} onClose={() => setChosen(undefined)} />}
    </div>
  );
}

function PurposeDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  useReturnFocus();
  const say = useText(viewingText);
  const sayRole = useText(roleText);
  const sayShared = useText(sharedText);
  const starting = useDo(startViewing);
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);
  const missing = purpose.trim().length < 2;
  const start = () => {
    setTried(true);
    if (missing) return;
    starting.mutate(
      { params: { id: post.id }, body: { purpose: purpose.trim() } },
      // drawn anew from nothing: no answer for the own post stays on the screen
      { onSuccess: () => window.location.assign('/') },
    );
  };
  return (
    <Modal
      open
      title={`${say('start')} · ${sayRole(post.role)}`}
      onCancel={onClose}
      onOk={start}
      okText={say('sure')}
      cancelText={sayShared('cancel')}
      confirmLoading={starting.isPending}
    >
      <p className="zt-dialog-lead">{say('lead')}</p>
      {starting.error && <Trouble error={starting.error} />}
      <Field label={say('purpose')} hint={say('purposeHint')} error={tried && missing ? say('needPurpose') : undefined}>
        {(field) => (
          <Input {...field} value={purpose} maxLength={200} onChange={(event) => setPurpose(event.target.value)} />
        )}
      </Field>
    </Modal>
  );
}
