import { getNeed } from '@zhitong/contract/needs/need-contract';
import { ChooseSupplier } from '#features/matching/choose-dialog';
import { NeedAnswers } from '#features/matching/need-answers';
import { NeedMatches } from '#features/matching/need-matches';
import { FundingComparison } from '#features/needs/funding-comparison';
import { NeedScreen } from '#features/needs/need-screen';
import { RequestScreen } from '#features/needs/request-screen';
import { usePathId } from '#platform/address';
import { useAsk } from '#platform/query';
import { Answered } from '#ui/states';

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
          <RequestScreen need={need} funding={need.kind === 'funding' && <FundingComparison needId={need.id} />} />
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
