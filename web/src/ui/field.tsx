import { type ReactNode, useId } from 'react';

interface FieldProps {
  readonly label: string;
  /** of the control, where a summary of the form leads to it; otherwise one is made */
  readonly name?: string | undefined;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  readonly children: (field: FieldNames) => ReactNode;
}

interface FieldNames {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly status?: 'error';
}

/** A labelled control; what is wrong stands beside it in words, and the value stays. */
export function Field({ label, name, error, hint, children }: FieldProps) {
  const made = useId();
  const id = name ?? made;
  const below = `${id}-below`;
  const names: FieldNames = {
    id,
    ...((error || hint) && { 'aria-describedby': below }),
    ...(error && { 'aria-invalid': true, status: 'error' }),
  };
  return (
    <div className="zt-field">
      <label htmlFor={id}>{label}</label>
      {children(names)}
      {(error || hint) && (
        <div id={below} className={error ? 'zt-field-error' : 'zt-field-hint'}>
          {error ?? hint}
        </div>
      )}
    </div>
  );
}
