import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { getOrganisationTree, type TreeNode } from '@zhitong/contract/directory/organisation-tree-contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { Answered } from '#ui/states';
import { directoryText } from './directory-text.ts';
import { kindWords } from './kind-words.ts';
import { organisationText } from './organisation-text.ts';
import { moveInTree } from './tree-keys.ts';

/** What the rows of a tree share. */
export interface TreeState {
  readonly open: ReadonlySet<string>;
  readonly chosen: string | undefined;
  readonly toggle: (key: string) => void;
  readonly choose: (id: string) => void;
}

interface LevelProps {
  readonly below: string | undefined;
  readonly asOf: string | undefined;
  readonly level: number;
  readonly tree: TreeState;
}

const pageSize = 100;

/** One level, fetched when it is opened; a long one a hundred rows at a time. */
export function TreeLevel({ below, asOf, level, tree }: LevelProps) {
  const say = useText(organisationText);
  const [limit, setLimit] = useState(pageSize);
  const asked = useAsk(getOrganisationTree, {
    query: { limit: Math.min(limit, 200), ...(below && { below }), ...(asOf && { asOf }) },
  });
  return (
    <Answered asked={asked} rows={level === 1 ? 6 : 2}>
      {({ nodes, total }) => (
        <ul role={level === 1 ? 'tree' : 'group'} {...(level === 1 && { 'aria-label': say('treeLabel') })}>
          {nodes.map((node, at) => (
            <Row key={node.key} node={node} place={{ at: at + 1, of: total }} {...{ asOf, level, tree }} />
          ))}
          {nodes.length === 0 && <li className="zt-ink-3 zt-tree-empty">{say('treeEmpty')}</li>}
          {nodes.length < total && limit < 200 && (
            <li className="zt-tree-more">
              <Button type="link" onClick={() => setLimit(200)}>
                {say('more')}
              </Button>
            </li>
          )}
        </ul>
      )}
    </Answered>
  );
}

interface RowProps extends Omit<LevelProps, 'below'> {
  readonly node: TreeNode;
  readonly place: { readonly at: number; readonly of: number };
}

function Row({ node, asOf, level, tree, place }: RowProps) {
  const say = useText(organisationText);
  const sayKind = useText(directoryText);
  const { organisation, children } = node;
  const opened = tree.open.has(node.key);
  const chosen = organisation !== undefined && tree.chosen === organisation.id;
  const toggle = () => tree.toggle(node.key);
  const act = () => {
    if (organisation) tree.choose(organisation.id);
    else toggle();
  };
  const words =
    organisation?.name ??
    (node.region === undefined ? sayKind(kindWords[node.kind]) : (node.region ?? say('treeNoPlace')));
  return (
    <li
      role="treeitem"
      // one stop of the Tab key: the chosen row, else the first
      tabIndex={chosen || (level === 1 && place.at === 1 && tree.chosen === undefined) ? 0 : -1}
      onKeyDown={(event) => moveInTree(event, { toggle, choose: act })}
      aria-level={level}
      aria-posinset={place.at}
      aria-setsize={place.of}
      aria-selected={chosen}
      {...(children > 0 && { 'aria-expanded': opened })}
    >
      <div className={chosen ? 'zt-tree-line zt-here' : 'zt-tree-line'}>
        {children > 0 ? (
          <button type="button" className="zt-tree-caret" tabIndex={-1} aria-hidden="true" onClick={toggle}>
            {opened ? <CaretDownOutlined /> : <CaretRightOutlined />}
          </button>
        ) : (
          <span className="zt-tree-caret" />
        )}
        <button type="button" className="zt-tree-row" tabIndex={-1} onClick={act}>
          <MixedText>{words}</MixedText>
          {children > 0 && <span className="zt-meta zt-figures">{say('children', { count: children })}</span>}
        </button>
      </div>
      {opened && children > 0 && <TreeLevel below={node.key} {...{ asOf, tree }} level={level + 1} />}
    </li>
  );
}
