import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { formatCreditCode } from '#platform/format-credit-code';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { directoryText } from './directory-text.ts';

type Fact = readonly [term: string, value: ReactNode];

/** Facts as far as the viewer may see them; a withheld one says so and names the rule. */
export function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const say = useText(directoryText);
  const sayShared = useText(sharedText);
  const unknown = (
    <span key="unknown" className="zt-ink-3">
      {sayShared('unknown')}
    </span>
  );
  const { creditCode, code, shortName, parent, city, region, duty, registeredAddress, workingAddress } = organisation;
  const place = [city.name, region?.name].filter(Boolean).join(' ');
  const facts: readonly (Fact | false)[] = [
    shortName !== null && [say('shortName'), shortName],
    [
      say('creditCode'),
      creditCode ? (
        <span key="code" className="zt-figures">
          {formatCreditCode(creditCode)}
        </span>
      ) : (
        unknown
      ),
    ],
    code !== null && [say('stockCode'), code],
    parent !== null && [
      say('parent'),
      <AppLink key="parent" to={`/organisations/${parent.id}`}>
        {parent.name}
      </AppLink>,
    ],
    [say('region'), place || unknown],
    registeredAddress !== null && [say('registeredAddress'), registeredAddress],
    workingAddress !== null && [say('workingAddress'), workingAddress],
    duty !== null && [say(organisation.kind === 'enterprise' ? 'trade' : 'duty'), duty],
    organisation.kind === 'enterprise' && [say('contact'), <Contact key="contact" contact={organisation.contact} />],
  ];
  return (
    <section className="zt-card zt-padded" aria-labelledby="facts">
      <h2 id="facts">{say('facts')}</h2>
      <dl className="zt-facts">
        {facts
          .filter((fact) => fact !== false)
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <MixedText>{value}</MixedText>
              </dd>
            </div>
          ))}
      </dl>
    </section>
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
