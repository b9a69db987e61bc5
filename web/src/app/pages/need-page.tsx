import { getNeed, type Need } from '@zhitong/contract/needs/need-contract';
import { ChooseSupplier } from '#features/matching/choose-dialog';
import { NeedAnswers } from '#features/matching/need-answers';
import { NeedMatches } from '#features/matching/need-matches';
import { FundingComparison } from '#features/needs/funding-comparison';
import { NeedScreen } from '#features/needs/need-screen';
import { RequestScreen } from '#features/needs/request-screen';
import { TechnologyComparison } from '#features/needs/technology-comparison';
import { usePathId } from '#platform/address';
import { useAsk } from '#platform/query';
import { Answered } from '#ui/states';
import { useViewer } from '../viewer-context.tsx';

export function NeedPage() {
  const id = usePathId();
  return id ? <NeedById key={id} id={id} /> : null;
}

function NeedById({ id }: { id: string }) {
  const asked = useAsk(getNeed, { params: { id } });
  return (
    <Answered asked={asked} rows={8}>
      {({ need }) =>
        need.kind !== 'sourcing' ? (
          <RequestScreen need={need} offers={<Offers need={need} />} />
        ) : (
          <NeedScreen
            need={need}
            matches={<NeedMatches need={need} />}
            answers={<NeedAnswers need={need} />}
            choose={<ChooseSupplier need={need} />}
          />
        )
      }
    </Answered>
  );
}

/** What others answered the firm, side by side; the bureau does not read it. */
function Offers({ need }: { need: Need }) {
  const { bureau } = useViewer();
  if (bureau) return null;
  if (need.kind === 'funding') return <FundingComparison needId={need.id} />;
  return need.kind === 'technology' ? <TechnologyComparison needId={need.id} /> : null;
}
