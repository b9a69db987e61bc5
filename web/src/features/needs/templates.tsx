import { useQueryClient } from '@tanstack/react-query';
import {
  type CaseTemplate,
  listCaseTemplates,
  removeCaseTemplate,
} from '@zhitong/contract/needs/case-template-contract';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useMay } from '#platform/may';
import { refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
import { Answered, Empty, Trouble } from '#ui/states';
import { caseTemplateText } from './case-template-text.ts';
import { TemplateForm } from './template-form.tsx';
import './knowledge.css';

/** Which answers do we keep to use again? */
export function Templates() {
  const say = useText(caseTemplateText);
  const mayChange = useMay()('case-template.change');
  const asked = useAsk(listCaseTemplates, {}, { worded: false });
  const [editing, setEditing] = useState<string>();
  const fresh = 'new';
  const add = (
    <Button type="primary" onClick={() => setEditing(fresh)}>
      {say('add')}
    </Button>
  );
  return (
    <Page title={say('title')} finding={say('finding')} action={mayChange && add}>
      {!mayChange && <p className="zt-ink-2">{say('readOnly')}</p>}
      {editing === fresh && <TemplateForm template={undefined} onClose={() => setEditing(undefined)} />}
      <Answered asked={asked} rows={5}>
        {({ templates }) =>
          templates.length === 0 && editing === undefined ? (
            <Empty sentence={say('none')} />
          ) : (
            <ul className="zt-knowledge">
              {templates.map((template) =>
                editing === template.id ? (
                  <li key={template.id}>
                    <TemplateForm template={template} onClose={() => setEditing(undefined)} />
                  </li>
                ) : (
                  <TemplateCard
                    key={template.id}
                    template={template}
                    onEdit={mayChange ? () => setEditing(template.id) : undefined}
                  />
                ),
              )}
            </ul>
          )
        }
      </Answered>
    </Page>
  );
}

interface TemplateCardProps {
  readonly template: CaseTemplate;
  /** undefined: it may only be used */
  readonly onEdit: (() => void) | undefined;
}

function TemplateCard({ template, onEdit }: TemplateCardProps) {
  const say = useText(caseTemplateText);
  const language = useLanguage();
  const minute = useMinute();
  const { title, text, list, matter, by, at } = template;
  const belongs = matter ?? (list === null ? say('any') : say(`list.${list}`));
  return (
    <li className="zt-card zt-padded">
      <h2 lang="zh">{title}</h2>
      <p className="zt-meta">
        <MixedText>{`${belongs} · ${say('by', { by, at: formatInstant(at, minute, language) })}`}</MixedText>
      </p>
      <blockquote className="zt-said" lang="zh">
        {text}
      </blockquote>
      {onEdit && (
        <div className="zt-request-buttons">
          <Button onClick={onEdit}>{say('edit')}</Button>
          <Removal id={template.id} />
        </div>
      )}
    </li>
  );
}

function Removal({ id }: { id: string }) {
  const say = useText(caseTemplateText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [sure, setSure] = useState(false);
  const removing = useDo(removeCaseTemplate);
  const onSuccess = () => {
    void message.success(say('removed'));
    refresh(client, listCaseTemplates);
  };
  return (
    <>
      {sure ? (
        <Button danger loading={removing.isPending} onClick={() => removing.mutate({ params: { id } }, { onSuccess })}>
          {say('removeSure')}
        </Button>
      ) : (
        <Button onClick={() => setSure(true)}>{say('remove')}</Button>
      )}
      {sure && <Button onClick={() => setSure(false)}>{say('cancel')}</Button>}
      {removing.error && <Trouble error={removing.error} />}
    </>
  );
}
