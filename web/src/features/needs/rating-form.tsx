import { isBadGrade, type RatingGrade, ratingGrades, ratingWords } from '@zhitong/domain/needs/rating';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { Trouble } from '#ui/states';
import { ratingText } from './rating-text.ts';

interface RatingFormProps {
  readonly onGive: (given: { grade: RatingGrade; text: string }) => void;
  readonly pending: boolean;
  readonly error: Error | null;
}

/** Five words in one row, none taken beforehand; what a bad grade leads to is said before it is sent. */
export function RatingForm({ onGive, pending, error }: RatingFormProps) {
  const say = useText(ratingText);
  const language = useLanguage();
  const id = useId();
  const [grade, setGrade] = useState<RatingGrade>();
  const [text, setText] = useState('');
  const choices = ratingGrades.map((one) => ({ value: String(one), word: ratingWords[one][language] }));
  return (
    <form
      className="zt-rating"
      onSubmit={(event) => {
        event.preventDefault();
        if (grade) onGive({ grade, text });
      }}
    >
      <ChoiceRow
        label={say('question')}
        value={grade === undefined ? undefined : String(grade)}
        choices={choices}
        onChoose={(value) => setGrade(ratingGrades.find((one) => String(one) === value))}
      />
      <p className="zt-meta">{say('hidden')}</p>
      {grade && (
        <div className="zt-field">
          <label htmlFor={id}>{say(isBadGrade(grade) ? 'wordsSeen' : 'words')}</label>
          <Input.TextArea
            id={id}
            value={text}
            maxLength={2000}
            rows={2}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      )}
      {error && <Trouble error={error} />}
      <Button htmlType="submit" disabled={!grade} loading={pending} title={grade ? undefined : say('choose')}>
        {say('submit')}
      </Button>
    </form>
  );
}
