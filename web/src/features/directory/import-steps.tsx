import './import.css';
import { useText } from '#platform/text';
import { importText } from './import-text.ts';

const steps = ['step1', 'step2', 'step3', 'step4'] as const;

/** 模板 – 上传 – 核对 – 完成, and where one stands. */
export function ImportSteps({ at }: { at: 1 | 2 | 3 | 4 }) {
  const say = useText(importText);
  return (
    <ol className="zt-import-steps" aria-label={say('steps')}>
      {steps.map((step, place) => (
        <li
          key={step}
          aria-current={place + 1 === at ? 'step' : undefined}
          className={place + 1 < at ? 'zt-past' : undefined}
        >
          {place + 1} {say(step)}
        </li>
      ))}
    </ol>
  );
}
