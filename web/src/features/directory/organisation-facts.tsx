import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import { industryOf } from '@zhitong/domain/directory/industry';
import type { FactField } from '@zhitong/domain/directory/organisation-fact';
import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '#platform/display';
import { formatCreditCode } from '#platform/format-credit-code';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { directoryText } from './directory-text.ts';
import { FactOrigin } from './fact-origin.tsx';
import { organisationText } from './organisation-text.ts';

interface Fact {
  readonly term: string;
  readonly value: ReactNode;
  /** absent: it is not kept as a fact of its own */
  readonly field?: FactField;
}

/** Facts as far as the viewer may see them, each with its source; a withheld one says so and names the rule. */
export function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const say = useText(directoryText);
  const facts = useFacts(organisation);
  const { source, asOf, level, origins } = organisation;
  const originOf = (field: FactField) => origins.find((origin) => origin.field === field) ?? { source, asOf, level };
  return (
    <section className="zt-card zt-padded" aria-labelledby="facts">
      <h2 id="facts">{say('facts')}</h2>
      <dl className="zt-facts">
        {facts.map(({ term, value, field }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <MixedText>{value}</MixedText>
              {field && <FactOrigin {...originOf(field)} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function useFacts(organisation: Organisation): readonly Fact[] {
  const say = useText(directoryText);
  const sayMore = useText(organisationText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const places = usePlaces(organisation);
  const unknown = <span className="zt-ink-3">{sayShared('unknown')}</span>;
  const { creditCode, code, shortName, nameEn, parent, duty, kind, size, industry } = organisation;
  const firm = kind === 'enterprise';
  const trade = industry === null ? undefined : industryOf(industry);
  const facts: readonly (Fact | false)[] = [
    shortName !== null && { term: say('shortName'), value: shortName, field: 'shortName' },
    nameEn !== null && { term: sayMore('nameEn'), value: nameEn, field: 'nameEn' },
    creditCode === null
      ? { term: say('creditCode'), value: unknown }
      : {
          term: say('creditCode'),
          value: <span className="zt-figures">{formatCreditCode(creditCode)}</span>,
          field: 'creditCode',
        },
    code !== null && { term: say('stockCode'), value: code },
    parent !== null && {
      term: say('parent'),
      value: <AppLink to={`/organisations/${parent.id}`}>{parent.name}</AppLink>,
      field: 'parentId',
    },
    ...places,
    industry !== null && {
      term: sayMore('industry'),
      value: trade ? `${industry} ${trade.name[language]}` : industry,
      field: 'industry',
    },
    size !== null && { term: sayMore('size'), value: <span lang="zh">{size}</span>, field: 'size' },
    duty !== null && { term: say(firm ? 'trade' : 'duty'), value: duty, field: 'duty' },
    organisation.contact !== undefined && {
      term: say('contact'),
      value: <Contact contact={organisation.contact} />,
      field: 'contact',
    },
    firm && organisation.contact === undefined && { term: say('contact'), value: <Contact contact={undefined} /> },
  ];
  return facts.filter((fact) => fact !== false);
}

/** Where it is registered and where it works; of a firm it is said when the latter is not known. */
function usePlaces(organisation: Organisation): readonly (Fact | false)[] {
  const say = useText(directoryText);
  const sayMore = useText(organisationText);
  const sayShared = useText(sharedText);
  const { city, region, kind, registeredAddress, workingAddress, registeredOnly } = organisation;
  const place = [...new Set([city.name, region?.name])].filter(Boolean).join(' ');
  const working: Fact = { term: say('workingAddress'), value: workingAddress, field: 'workingAddress' };
  const workingUnknown: Fact = {
    term: say('workingAddress'),
    value: <span className="zt-ink-3">{sayMore('workingUnknown')}</span>,
  };
  return [
    place
      ? { term: say('region'), value: place, field: 'region' }
      : { term: say('region'), value: <span className="zt-ink-3">{sayShared('unknown')}</span> },
    registeredAddress !== null && {
      term: say('registeredAddress'),
      value: registeredOnly ? <OnlyRegistered address={registeredAddress} /> : registeredAddress,
      field: 'registeredAddress',
    },
    workingAddress === null ? kind === 'enterprise' && workingUnknown : working,
  ];
}

function OnlyRegistered({ address }: { address: string }) {
  const say = useText(directoryText);
  return (
    <>
      <MixedText>{address}</MixedText> <span className="zt-tag">{say('onlyRegistered')}</span>
    </>
  );
}

function Contact({ contact }: { contact: Organisation['contact'] }) {
  const say = useText(directoryText);
  if (contact) return <MixedText>{`${contact.name} ${contact.phone}`}</MixedText>;
  return (
    <span className="zt-ink-2">
      {say('contactWithheld')}{' '}
      <Popover trigger="click" content={<p className="zt-why-withheld">{say('whyWithheldRule')}</p>}>
        <button type="button" className="zt-plain-button">
          {say('whyWithheld')}
        </button>
      </Popover>
    </span>
  );
}
