import type { Need } from '@zhitong/contract/needs/need-contract';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDeadline } from '#platform/format-date';
import { formatNames, formatParts } from '#platform/format-list';
import { formatNeedLimit, formatQuantity } from '#platform/format-quantity';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { needsText } from './needs-text.ts';

/** The words as they were pasted, and beside them what was understood. */
export function NeedOriginal({ need }: { need: Need }) {
  const say = useText(needsText);
  return (
    <div className="zt-need-original">
      <section className="zt-card zt-padded" aria-labelledby="original">
        <h2 id="original">{say('original')}</h2>
        <blockquote lang="zh">{need.text}</blockquote>
      </section>
      <section className="zt-card zt-padded" aria-labelledby="understood">
        <h2 id="understood">{say('understood')}</h2>
        <Understood need={need} />
      </section>
    </div>
  );
}

function Understood({ need }: { need: Need }) {
  const say = useText(needsText);
  const language = useLanguage();
  const minute = useMinute();
  const none = <span className="zt-ink-3">{say('notStated')}</span>;
  const products = need.products.map(({ id, name }) => (
    <AppLink key={id} to={`/products/${id}`}>
      {name}
    </AppLink>
  ));
  const limits = formatParts(
    need.limits.map((limit) => formatNeedLimit(limit, language)),
    language,
  );
  const rows = [
    [say('product'), products.length > 0 ? products : none],
    [say('quantity'), need.quantity ? formatQuantity(need.quantity, language) : none],
    [say('deadline'), need.deadline ? formatDeadline(need.deadline, minute, language) : none],
    [say('place'), need.place?.text ?? none],
    [say('figures'), limits || none],
    [say('certificates'), formatNames(need.certificates, language) || none],
  ] as const;
  return (
    <dl className="zt-facts">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <MixedText>{value}</MixedText>
          </dd>
        </div>
      ))}
    </dl>
  );
}
