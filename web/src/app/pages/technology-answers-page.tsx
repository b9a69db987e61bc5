import { TechnologyAnswers } from '#features/needs/technology-list';

export function TechnologyAnswersPage() {
  return <TechnologyAnswers />;
}
