import { useQueryClient } from '@tanstack/react-query';
import { createChain, listDrafts } from '@zhitong/contract/chains/draft-contract';
import { longestName } from '@zhitong/domain/chains/draft-rows';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useGo } from '#platform/address';
import { refresh, useDo } from '#platform/query';
import { randomKey } from '#platform/random-key';
import { useText } from '#platform/text';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { draftText } from './draft-text.ts';

const slugForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const longestSlug = 40;

/** Begins a chain that is not there yet; it is drawn before anybody else sees it. */
export function NewChain() {
  const say = useText(draftText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say('newChain')}
      </Button>
      {open && <NewChainForm onClose={() => setOpen(false)} />}
    </>
  );
}

function NewChainForm({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const say = useText(draftText);
  const client = useQueryClient();
  const go = useGo();
  // made when the form opens: a second click can make no second chain
  const [idempotencyKey] = useState(randomKey);
  const [fields, setFields] = useState({ name: '', nameEn: '', slug: '' });
  const [tried, setTried] = useState(false);
  const creating = useDo(createChain);
  const wrong = {
    name: tried && fields.name.trim() === '' ? say('needName') : undefined,
    slug: tried && !slugForm.test(fields.slug) ? say('newSlugWrong') : undefined,
  };
  const create = () => {
    setTried(true);
    const name = fields.name.trim();
    if (name === '' || !slugForm.test(fields.slug)) return;
    const body = { name, nameEn: fields.nameEn.trim() || null, slug: fields.slug, idempotencyKey };
    creating.mutate(
      { body },
      {
        onSuccess: ({ chain }) => {
          refresh(client, listDrafts);
          go(`/chains/${chain.id}/edit`);
        },
      },
    );
  };
  const text = (key: keyof typeof fields, longest: number) => (field: object) => (
    <Input
      {...field}
      value={fields[key]}
      maxLength={longest}
      onChange={({ target }) => setFields({ ...fields, [key]: target.value })}
    />
  );
  return (
    <Modal
      open
      title={say('newChain')}
      okText={say('create')}
      cancelText={say('cancel')}
      confirmLoading={creating.isPending}
      onOk={create}
      onCancel={onClose}
    >
      {creating.error && <Trouble error={creating.error} />}
      <ErrorSummary problems={Object.values(wrong).filter((problem) => problem !== undefined)} />
      <Field label={say('newName')} error={wrong.name}>
        {text('name', longestName)}
      </Field>
      <Field label={say('newNameEn')}>{text('nameEn', longestName)}</Field>
      <Field label={say('newSlug')} error={wrong.slug} hint={say('newSlugHint')}>
        {text('slug', longestSlug)}
      </Field>
    </Modal>
  );
}
