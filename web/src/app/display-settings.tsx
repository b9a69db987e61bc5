import { keepDisplay } from '#features/directory/session';
import { useDisplay } from '#platform/display';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { appText } from './app-text.ts';

/** Language, density, theme: applied at once, kept with the person. */
export function DisplaySettings() {
  const say = useText(appText);
  const display = useDisplay();
  return (
    <>
      <ChoiceRow
        label={say('language')}
        value={display.language}
        choices={[
          { value: 'zh', word: say('chinese'), lang: 'zh' },
          { value: 'en', word: say('english'), lang: 'en' },
        ]}
        onChoose={(language) => keepDisplay({ language })}
      />
      <ChoiceRow
        label={say('density')}
        value={display.density}
        choices={(['comfortable', 'compact', 'large'] as const).map((value) => ({ value, word: say(value) }))}
        onChoose={(density) => keepDisplay({ density })}
      />
      <ChoiceRow
        label={say('theme')}
        value={display.theme}
        choices={[
          { value: 'light', word: say('light') },
          { value: 'dark', word: say('dark') },
          { value: 'system', word: say('asSystem') },
        ]}
        onChoose={(theme) => keepDisplay({ theme })}
      />
      <label className="zt-check">
        <input
          type="checkbox"
          checked={display.shortcuts}
          onChange={(event) => keepDisplay({ shortcuts: event.target.checked })}
        />
        {say('shortcutsOn')}
      </label>
    </>
  );
}
