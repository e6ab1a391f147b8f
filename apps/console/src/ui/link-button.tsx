import type { ReactNode } from 'react';
import { Link } from 'react-router';

export const LinkButton = ({
  to,
  primary = false,
  children,
}: Readonly<{ to: string; primary?: boolean; children: ReactNode }>) => (
  <Link to={to} className={primary ? 'link-button primary' : 'link-button'}>
    {children}
  </Link>
);
