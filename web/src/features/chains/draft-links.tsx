import { CloseOutlined } from '@ant-design/icons';
import type { SegmentLink } from '@zhitong/domain/chains/chain-map';
import { Button, Select } from 'antd';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { MixedText } from '#ui/mixed-text';
import { shownName } from './draft-names.ts';
import type { PanelPart } from './draft-part.ts';
import { draftText } from './draft-text.ts';

/** Where the goods of a segment go and where they come from, in words. */
export function DraftLinks({ segment, session, still }: PanelPart) {
  const say = useText(draftText);
  const language = useLanguage();
  const { segments, links } = session.content;
  const out = links.filter(({ from }) => from === segment.id);
  const into = links.filter(({ to }) => to === segment.id);
  const nameOf = (id: string) => {
    const found = segments.find((one) => one.id === id);
    return found ? shownName(found, language) : id;
  };
  const free = segments.filter((one) => one.id !== segment.id && !out.some(({ to }) => to === one.id));
  const list = (title: string, some: readonly SegmentLink[], end: 'from' | 'to') =>
    some.length > 0 && (
      <div>
        <h3>{title}</h3>
        <ul className="zt-draft-products">
          {some.map((link) => (
            <li key={link[end]}>
              <span>
                <MixedText>{nameOf(link[end])}</MixedText>
              </span>
              {!still && (
                <Button
                  type="text"
                  icon={<CloseOutlined aria-hidden="true" />}
                  aria-label={say('unlink', { from: nameOf(link.from), to: nameOf(link.to) })}
                  onClick={() => session.perform({ kind: 'unlink', from: link.from, to: link.to })}
                />
              )}
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <section>
      {list(say('linksOut'), out, 'to')}
      {list(say('linksIn'), into, 'from')}
      {!still && free.length > 0 && (
        <Field label={say('linkTo')}>
          {(field) => (
            <Select
              {...field}
              value={null}
              placeholder={say('choose')}
              options={free.map((one) => ({ value: one.id, label: <MixedText>{shownName(one, language)}</MixedText> }))}
              onChange={(to: string | null) => to !== null && session.perform({ kind: 'link', from: segment.id, to })}
            />
          )}
        </Field>
      )}
    </section>
  );
}
