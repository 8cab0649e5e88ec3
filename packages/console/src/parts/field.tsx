import { type ReactNode, useId } from 'react';

/** A labelled input with its help below; `children` gets the ids that tie them together. */
export function Field({
  label,
  help,
  children,
}: {
  label: string;
  help?: ReactNode;
  children: (tied: { id: string; 'aria-describedby'?: string }) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(help ? { id, 'aria-describedby': `${id}-help` } : { id })}
      {help && (
        <span className="muted small" id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  );
}
