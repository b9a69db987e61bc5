import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useLanguage } from '#platform/display';

export interface DateFieldProps {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly status?: 'error';
  /** ISO date, or empty */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const shape = { zh: 'YYYY年M月D日', en: 'D MMM YYYY' } as const;

/** As people type it; the field then shows it as its language writes it. */
const typed = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD'];

export function CalendarField({ value, onChange, ...field }: DateFieldProps) {
  const language = useLanguage();
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  return (
    <DatePicker
      {...field}
      className="zt-full"
      format={[shape[language], ...typed]}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
    />
  );
}
