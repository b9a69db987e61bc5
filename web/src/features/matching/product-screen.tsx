import { getProduct, type Product } from '@zhitong/contract/matching/product-contract';
import { unitText } from '@zhitong/domain/matching/unit-words';
import { useLanguage } from '#platform/display';
import { formatNames, formatParts } from '#platform/format-list';
import { formatAmount } from '#platform/format-number';
import { useAsk } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { DataTable } from '#ui/data-table';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
import { Answered } from '#ui/states';
import { TierPips } from '#ui/tier';
import { productText } from './product-text.ts';

type Relation = Product['materials'][number];

/** Who makes it, from what, into what? */
export function ProductScreen({ id }: { id: string }) {
  const say = useText(productText);
  const language = useLanguage();
  const asked = useAsk(getProduct, { params: { id } });
  return (
    <Answered asked={asked} rows={8}>
      {(product) => (
        <Page title={titleOf(product)} finding={<Finding product={product} />}>
          {product.aliases.length > 0 && (
            <p className="zt-ink-2">
              <MixedText>{say('aliases', { names: formatNames(product.aliases, language) })}</MixedText>
            </p>
          )}
          <div className="zt-product-columns">
            <RelationList title={say('materials')} relations={product.materials} />
            <section className="zt-card zt-padded zt-product-self">
              <h2>{say('self')}</h2>
              <p>
                <strong lang="zh">{product.name}</strong>
              </p>
              <Kinds title={say('broader')} relations={product.broader} />
              <Kinds title={say('narrower')} relations={product.narrower} />
              <Kinds title={say('substitutes')} relations={product.substitutes} />
            </section>
            <RelationList title={say('usedIn')} relations={product.usedIn} />
          </div>
          <Makers makers={product.makers} />
        </Page>
      )}
    </Answered>
  );

  function titleOf({ name, nameEn }: Product): string {
    return language === 'en' && nameEn ? `${nameEn} ${name}` : name;
  }
}

function Finding({ product: { makers, openNeeds } }: { product: Product }) {
  const say = useText(productText);
  const count = makers.byTier.reduce((sum, tier) => sum + tier.count, 0);
  return say('finding', {
    makers: count > 0 ? say('makers', { count }) : say('noMakers'),
    needs: openNeeds > 0 ? say('openNeeds', { count: openNeeds }) : say('noNeeds'),
  });
}

function RelationList({ title, relations }: { title: string; relations: readonly Relation[] }) {
  const say = useText(productText);
  const language = useLanguage();
  return (
    <section className="zt-card zt-padded">
      <h2>{title}</h2>
      {relations.length === 0 && <p className="zt-ink-3">{say('none')}</p>}
      <ul className="zt-relations">
        {relations.map((relation) => (
          <li key={relation.id}>
            <AppLink to={`/products/${relation.id}`}>{relation.name}</AppLink>
            {relation.quantity !== null && (
              <span className="zt-meta zt-figures">
                {say('perUnit', {
                  amount: formatAmount(relation.quantity, language),
                  unit: unitText(relation.quantityUnit ?? '', language),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Kinds({ title, relations }: { title: string; relations: readonly Relation[] }) {
  if (relations.length === 0) return null;
  return (
    <div className="zt-kinds">
      <h3>{title}</h3>
      <ul>
        {relations.map((relation) => (
          <li key={relation.id}>
            <AppLink to={`/products/${relation.id}`}>{relation.name}</AppLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Makers({ makers }: { makers: Product['makers'] }) {
  const say = useText(productText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const tiers = makers.byTier.filter(({ count }) => count > 0);
  return (
    <section className="zt-section" aria-labelledby="makers">
      <h2 id="makers">{say('makersTitle')}</h2>
      <p className="zt-ink-2">
        {tiers.length > 0
          ? formatParts(
              tiers.map(({ tier, count }) => say('byTier', { tier: sayShared(`tierPlace.${tier}`), count })),
              language,
            )
          : say('noMakers')}
      </p>
      {makers.organisations.length > 0 && (
        <DataTable
          label={say('makersTitle')}
          rows={makers.organisations}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'firm',
              head: say('firm'),
              cell: ({ id, name }) => <AppLink to={`/organisations/${id}`}>{name}</AppLink>,
            },
            { key: 'tier', head: say('tier'), cell: ({ tier }) => <TierPips tier={tier} /> },
            { key: 'region', head: say('region'), cell: ({ region }) => region ?? '—' },
          ]}
        />
      )}
    </section>
  );
}
