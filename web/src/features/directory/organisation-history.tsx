import {
  getOrganisationHistory,
  type OrganisationHistory,
} from '@zhitong/contract/directory/organisation-tree-contract';
import { organisationKinds } from '@zhitong/domain/directory/organisation';
import { factFields, factLevels, holdingFields, provenField } from '@zhitong/domain/directory/organisation-fact';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, formatInstantExactly } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Answered } from '#ui/states';
import { directoryText } from './directory-text.ts';
import { useHeldText } from './held-value.ts';
import type { HoldingEditor } from './holding-dialog.tsx';
import { holdingFieldWords, holdingText } from './holding-text.ts';
import { kindWords } from './kind-words.ts';
import { fieldWords, levelWords, organisationText } from './organisation-text.ts';

// few come here to write
const FormerNameDialog = lazy(async () => ({ default: (await import('./former-name-dialog.tsx')).FormerNameDialog }));
const TakeBackDialog = lazy(async () => ({ default: (await import('./ending-dialog.tsx')).TakeBackDialog }));

const shown = 100;

/** 沿革: names and parents by day, then every change with who, when and why. */
export function OrganisationHistoryTab({ id, editor }: { id: string; editor: HoldingEditor | undefined }) {
  const say = useText(organisationText);
  const sayMore = useText(holdingText);
  const [adding, setAdding] = useState(false);
  const asked = useAsk(getOrganisationHistory, { params: { id }, query: { limit: shown } });
  return (
    <Answered asked={asked} rows={6}>
      {({ states, changes }) => (
        <div className="zt-organisation">
          <section className="zt-card zt-padded" aria-labelledby="states">
            <div className="zt-section-head">
              <h2 id="states">{say('historyStates')}</h2>
              {editor && (
                <Button size="small" onClick={() => setAdding(true)}>
                  {sayMore('addFormerName')}
                </Button>
              )}
            </div>
            <States states={states} editor={editor} />
            <Suspense>
              {editor && adding && <FormerNameDialog editor={editor} onClose={() => setAdding(false)} />}
            </Suspense>
          </section>
          <section className="zt-card zt-padded" aria-labelledby="changes">
            <h2 id="changes">{say('historyChanges')}</h2>
            {changes.length === 0 && <p className="zt-ink-3">{say('noChanges')}</p>}
            <ul className="zt-history">
              {changes.map((change) => (
                <Change key={`${change.at}${change.field}`} change={change} />
              ))}
            </ul>
          </section>
        </div>
      )}
    </Answered>
  );
}

/** The names and parents alone, for the side of the tree. Silent where nothing ever changed. */
export function OrganisationStates({ id }: { id: string }) {
  const say = useText(organisationText);
  const asked = useAsk(getOrganisationHistory, { params: { id }, query: { limit: 1 } }, { keep: false });
  if (!asked.data || asked.data.states.length < 2) return null;
  return (
    <section aria-label={say('historyStates')} className="zt-section">
      <h3>{say('historyStates')}</h3>
      <States states={asked.data.states} editor={undefined} />
    </section>
  );
}

interface StatesProps {
  readonly states: OrganisationHistory['states'];
  readonly editor: HoldingEditor | undefined;
}

function States({ states, editor }: StatesProps) {
  const say = useText(organisationText);
  const sayMore = useText(holdingText);
  const [taking, setTaking] = useState<{ name: string; until: string }>();
  const language = useLanguage();
  const day = (iso: string | null) => (iso === null ? say('ever') : formatDate(iso, language));
  const period = ({ from, to }: OrganisationHistory['states'][number]) => {
    if (to !== null) return say('statePeriod', { from: day(from), to: day(to) });
    return from === null ? say('stateNow') : say('stateFrom', { from: day(from) });
  };
  return (
    <ul className="zt-history">
      {states.map((state) => (
        <li key={`${state.from}${state.to}`}>
          <span className="zt-meta zt-figures">{period(state)}</span>
          <span>
            <MixedText>{state.name}</MixedText>
          </span>
          {state.parent && (
            <AppLink to={`/organisations/${state.parent.id}`} className="zt-quiet-link">
              {say('stateParent', { name: state.parent.name })}
            </AppLink>
          )}
          {editor && state.byHand && state.to !== null && (
            <TakeBack onTake={(until) => setTaking({ name: state.name, until })} until={state.to}>
              {sayMore('takeBack')}
            </TakeBack>
          )}
        </li>
      ))}
      {editor && taking && (
        <Suspense>
          <TakeBackDialog editor={editor} {...taking} onClose={() => setTaking(undefined)} />
        </Suspense>
      )}
    </ul>
  );
}

function TakeBack({ until, onTake, children }: { until: string; onTake: (until: string) => void; children: string }) {
  return (
    <span className="zt-row-actions">
      <Button size="small" onClick={() => onTake(until)}>
        {children}
      </Button>
    </span>
  );
}

type Changed = OrganisationHistory['changes'][number];

/** What was changed, in words: a fact from one value to another; what it has: entered, changed or ended. */
function useChangeWords(): (change: Changed) => string {
  const say = useText(organisationText);
  const sayKind = useText(directoryText);
  const sayMore = useText(holdingText);
  const sayShared = useText(sharedText);
  const heldText = useHeldText();
  const word = (field: Changed['field'], value: Changed['before']) => {
    if (value === null) return sayShared('unknown');
    if (typeof value !== 'string') return heldText(value);
    const proven = field === provenField ? factLevels.find((known) => known === value) : undefined;
    if (proven) return say(levelWords[proven]);
    const kind = field === 'kind' ? organisationKinds.find((known) => known === value) : undefined;
    return kind ? sayKind(kindWords[kind]) : value;
  };
  return ({ field, before, after }) => {
    const holding = holdingFields.find((known) => known === field);
    const words = { before: word(field, before), after: word(field, after) };
    if (holding) {
      const name = sayMore(holdingFieldWords[holding]);
      if (before === null) return sayMore('entered', { field: name, after: words.after });
      if (after === null) return sayMore('ended', { field: name, before: words.before });
      return sayMore('changed', { field: name, ...words });
    }
    const fact = factFields.find((known) => known === field) ?? 'name';
    const name = field === provenField ? say('fieldLevel') : say(fieldWords[fact]);
    return field === 'contact' ? say('changedHidden', { field: name }) : say('changedFact', { field: name, ...words });
  };
}

function Change({ change }: { change: OrganisationHistory['changes'][number] }) {
  const say = useText(organisationText);
  const language = useLanguage();
  const minute = useMinute();
  const words = useChangeWords();
  const { why, person, source, level, asOf } = change;
  return (
    <li>
      <span className="zt-meta zt-figures">
        {formatInstantExactly(change.at, minute, language)} · <MixedText>{say('changedBy', { person })}</MixedText>
      </span>
      <span>
        <MixedText>{words(change)}</MixedText>
      </span>
      <span className="zt-meta">
        <MixedText>
          {why !== null && `${say('changeWhy', { why })} · `}
          {say('origin', { source, date: formatDate(asOf, language), level: say(levelWords[level]) })}
        </MixedText>
      </span>
    </li>
  );
}
