import type { CaseDetail } from '@zhitong/contract/needs/case-contract';
import { type CaseTemplate, listCaseTemplates } from '@zhitong/contract/needs/case-template-contract';
import { fillTemplate, templatesFor } from '@zhitong/domain/needs/case-template';
import { App, Button } from 'antd';
import { now } from '#platform/clock';
import type { Draft } from '#platform/draft';
import { formatInstantExactly } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useShortcuts } from '#platform/shortcuts';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Answered } from '#ui/states';
import { caseTemplateText } from './case-template-text.ts';

interface CaseTemplatesProps {
  readonly shown: CaseDetail;
  readonly draft: Draft<string>;
}

/** So many have a key of their own. */
const keyed = 9;

/** Answers the body keeps, those of this matter first; one key puts one into the draft with its places filled. */
export function CaseTemplates({ shown, draft }: CaseTemplatesProps) {
  const say = useText(caseTemplateText);
  const asked = useAsk(listCaseTemplates, {}, { worded: false });
  return (
    <section className="zt-card zt-padded">
      <h3>{say('title')}</h3>
      <Answered asked={asked} rows={2}>
        {({ templates }) => {
          const fitting = templatesFor(templates, { dutyId: shown.matter?.id ?? null, list: shown.list });
          return fitting.length === 0 ? (
            <p className="zt-meta">{say('noneHere')}</p>
          ) : (
            <Fitting templates={fitting.slice(0, keyed)} shown={shown} draft={draft} />
          );
        }}
      </Answered>
      <AppLink to="/templates">{say('manage')}</AppLink>
    </section>
  );
}

function Fitting({ templates, shown, draft }: CaseTemplatesProps & { readonly templates: readonly CaseTemplate[] }) {
  const say = useText(caseTemplateText);
  const { message } = App.useApp();
  const insert = ({ text }: CaseTemplate) => {
    // an answer to a firm is in Chinese, whatever language its writer reads
    const due = formatInstantExactly(shown.due, now(), 'zh');
    const matter = shown.matter?.title ?? shown.title;
    const filled = fillTemplate(text, { 企业名称: shown.asker.name, 事项: matter, 办结期限: due });
    draft.change(draft.value.trim() === '' ? filled : `${draft.value.trimEnd()}\n${filled}`);
    document.querySelector<HTMLElement>('.zt-case-form textarea')?.focus();
    void message.success(say('inserted'));
  };
  useShortcuts(Object.fromEntries(templates.map((template, at) => [String(at + 1), () => insert(template)])));
  return (
    <>
      <ol className="zt-case-templates">
        {templates.map((template, at) => (
          <li key={template.id}>
            <Button size="small" onClick={() => insert(template)} title={say('insert')}>
              <span aria-hidden="true">
                <kbd>{at + 1}</kbd>
              </span>{' '}
              <span lang="zh">{template.title}</span>
            </Button>
          </li>
        ))}
      </ol>
      <p className="zt-meta">{say('keysHint')}</p>
      <p className="zt-meta">{say('detector')}</p>
    </>
  );
}
