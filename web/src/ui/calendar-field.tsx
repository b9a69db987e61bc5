import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useLanguage } from '#platform/display';
import type { DateFieldProps } from './date-field.tsx';

const shape = { zh: 'YYYY年M月D日', en: 'D MMM YYYY' } as const;

export function CalendarField({ value, onChange, ...field }: DateFieldProps) {
  const language = useLanguage();
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  return (
    <DatePicker
      {...field}
      className="zt-full"
      format={shape[language]}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
    />
  );
}
