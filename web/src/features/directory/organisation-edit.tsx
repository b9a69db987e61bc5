import { useQueryClient } from '@tanstack/react-query';
import {
  getOrganisation,
  listOrganisations,
  type Organisation,
} from '@zhitong/contract/directory/organisation-contract';
import { changeOrganisation, createOrganisation } from '@zhitong/contract/directory/organisation-edit-contract';
import { getOrganisationHistory, getOrganisationTree } from '@zhitong/contract/directory/organisation-tree-contract';
import { App, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useGo } from '#platform/address';
import { isRefused, refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { ErrorSummary } from '#ui/error-summary';
import { Page } from '#ui/page';
import { Answered, Trouble } from '#ui/states';
import { draftOf, emptyDraft, factsOf, type OrganisationDraft, problemsOf } from './organisation-draft.ts';
import { OrganisationForm } from './organisation-form.tsx';
import { lacksSource, noReason, OrganisationOriginFields, toldReason } from './organisation-origin-fields.tsx';
import { controlOf, type FormProblem, refusedField } from './organisation-problem.ts';
import { organisationText } from './organisation-text.ts';

/** Enters a new organisation. */
export function OrganisationCreate({ bureau }: { bureau: boolean }) {
  const say = useText(organisationText);
  const { message } = App.useApp();
  const go = useGo();
  const done = useRefreshed();
  const creating = useDo(createOrganisation);
  return (
    <Page title={say('createTitle')} finding={say('createFinding')}>
      <Editor
        start={emptyDraft}
        bureau={bureau}
        isNew
        busy={creating.isPending}
        error={creating.error}
        onCancel={() => go('/organisations')}
        onSave={({ draft, told, not }) =>
          creating.mutate(
            { body: { ...factsOf(draft), ...told, not: [...not] } },
            {
              onSuccess: ({ organisation, warnings }) => {
                done();
                void message.success([say('created'), ...warnings.map(({ text }) => text)].join('。'));
                go(`/organisations/${organisation.id}`);
              },
            },
          )
        }
      />
    </Page>
  );
}

/** Changes what is registered; the page it was read from names its version. */
export function OrganisationEdit({ id, bureau }: { id: string; bureau: boolean }) {
  const asked = useAsk(getOrganisation, { params: { id } });
  return <Answered asked={asked}>{(organisation) => <Change organisation={organisation} bureau={bureau} />}</Answered>;
}

function Change({ organisation, bureau }: { organisation: Organisation; bureau: boolean }) {
  const say = useText(organisationText);
  const { message } = App.useApp();
  const go = useGo();
  const done = useRefreshed();
  const changing = useDo(changeOrganisation);
  const { id, name, version } = organisation;
  return (
    <Page title={say('editTitle', { name })} finding={say('editFinding')}>
      <Editor
        start={draftOf(organisation)}
        bureau={bureau}
        isNew={false}
        busy={changing.isPending}
        error={changing.error}
        onCancel={() => go(`/organisations/${id}`)}
        onSave={({ draft, told }) =>
          changing.mutate(
            { params: { id }, body: { version, facts: factsOf(draft), ...told } },
            {
              // of two at once the second keeps what it typed and gets the latest version to save against
              onError: done,
              onSuccess: ({ warnings }) => {
                done();
                void message.success([say('saved'), ...warnings.map(({ text }) => text)].join('。'));
                go(`/organisations/${id}`);
              },
            },
          )
        }
      />
    </Page>
  );
}

function useRefreshed(): () => void {
  const client = useQueryClient();
  return () => refresh(client, getOrganisation, listOrganisations, getOrganisationTree, getOrganisationHistory);
}

interface EditorProps {
  readonly start: OrganisationDraft;
  readonly bureau: boolean;
  readonly isNew: boolean;
  readonly busy: boolean;
  /** what the server said to the last try */
  readonly error: Error | null;
  readonly onCancel: () => void;
  readonly onSave: (given: {
    draft: OrganisationDraft;
    told: ReturnType<typeof toldReason>;
    not: readonly string[];
  }) => void;
}

function Editor({ start, bureau, isNew, busy, error, onCancel, onSave }: EditorProps) {
  const say = useText(organisationText);
  const [draft, setDraft] = useState(start);
  const [reason, setReason] = useState(noReason);
  const [tried, setTried] = useState(false);
  const [not, setNot] = useState<readonly string[]>([]);
  const found: readonly FormProblem[] = [
    ...problemsOf(draft),
    ...(lacksSource(reason, bureau) ? (['needSource'] as const) : []),
  ];
  const problems = tried ? found : [];
  const refused = isRefused(error) && error.status !== 503 ? refusedField(error) : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (found.length === 0) onSave({ draft, told: toldReason(reason, bureau), not });
  };
  return (
    <form className="zt-card zt-padded zt-organisation-form" onSubmit={send} noValidate>
      <ErrorSummary
        problems={[
          ...problems.map((problem) => ({ words: say(problem), field: controlOf[problem] })),
          ...(refused ? [refused.field ? { ...refused, field: refused.field } : refused.words] : []),
        ]}
      />
      <OrganisationForm {...{ draft, bureau, isNew, problems, refused, not }} onChange={setDraft} onNot={setNot} />
      <OrganisationOriginFields {...{ reason, bureau, isNew, problems, refused }} onChange={setReason} />
      {error && !refused && <Trouble error={error} />}
      <div className="zt-form-foot">
        <Button type="primary" htmlType="submit" loading={busy}>
          {say('save')}
        </Button>
        <Button onClick={onCancel}>{say('cancel')}</Button>
      </div>
    </form>
  );
}
