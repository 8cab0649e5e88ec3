import { Button } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  name: string;
  /** What it does to the ERP; stands beside the key, always. */
  effect: string;
  onClick(): void;
  isMain?: boolean;
  isBusy?: boolean;
  disabled?: boolean;
  children?: ReactNode;
}

/** A key that does something, with what that means for the ERP. */
export function Act({
  name,
  effect,
  onClick,
  isMain = false,
  isBusy = false,
  disabled = false,
  children,
}: Props) {
  return (
    <div className="act">
      <Button type={isMain ? 'primary' : 'default'} onClick={onClick} loading={isBusy} disabled={disabled}>
        {name}
      </Button>
      <p className="muted small">{effect}</p>
      {children}
    </div>
  );
}
