import { Input, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { usePhone } from '#platform/media';
import type { DateFieldProps } from './calendar-field.tsx';

const CalendarField = lazy(() => import('./calendar-field.tsx').then((file) => ({ default: file.CalendarField })));

/** A date: the phone's own wheel there, a calendar in the reader's language on a desk. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, ...field } = props;
  if (usePhone())
    return <Input {...field} type="date" value={value} onChange={(event) => onChange(event.target.value)} />;
  return (
    <Suspense fallback={<Skeleton.Input active block />}>
      <CalendarField {...props} />
    </Suspense>
  );
}
