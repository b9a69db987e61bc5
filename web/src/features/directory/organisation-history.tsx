import {
  getOrganisationHistory,
  type OrganisationHistory,
} from '@zhitong/contract/directory/organisation-tree-contract';
import { organisationKinds } from '@zhitong/domain/directory/organisation';
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
import { kindWords } from './kind-words.ts';
import { fieldWords, levelWords, organisationText } from './organisation-text.ts';

const shown = 100;

/** 沿革: names and parents by day, then every change with who, when and why. */
export function OrganisationHistoryTab({ id }: { id: string }) {
  const say = useText(organisationText);
  const asked = useAsk(getOrganisationHistory, { params: { id }, query: { limit: shown } });
  return (
    <Answered asked={asked} rows={6}>
      {({ states, changes }) => (
        <div className="zt-organisation">
          <section className="zt-card zt-padded" aria-labelledby="states">
            <h2 id="states">{say('historyStates')}</h2>
            <States states={states} />
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
      <States states={asked.data.states} />
    </section>
  );
}

function States({ states }: { states: OrganisationHistory['states'] }) {
  const say = useText(organisationText);
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
        </li>
      ))}
    </ul>
  );
}

function Change({ change }: { change: OrganisationHistory['changes'][number] }) {
  const say = useText(organisationText);
  const sayKind = useText(directoryText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const minute = useMinute();
  const { field, before, after, why, person, source, level, asOf } = change;
  const word = (value: string | null) => {
    if (value === null) return sayShared('unknown');
    const kind = field === 'kind' ? organisationKinds.find((known) => known === value) : undefined;
    return kind ? sayKind(kindWords[kind]) : value;
  };
  const name = say(fieldWords[field]);
  return (
    <li>
      <span className="zt-meta zt-figures">
        {formatInstantExactly(change.at, minute, language)} · <MixedText>{say('changedBy', { person })}</MixedText>
      </span>
      <span>
        <MixedText>
          {field === 'contact'
            ? say('changedHidden', { field: name })
            : say('changedFact', { field: name, before: word(before), after: word(after) })}
        </MixedText>
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
