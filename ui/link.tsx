import { useCallback } from 'react';
import { Link as RouterLink, NavLink as RouterNavLink, useParams, type LinkProps, type NavLinkProps } from 'react-router';

/** Addresses inside the open workspace are written "/orders"; this puts the workspace in front. */
export function useWorkspacePath(): (path: string) => string {
  const { workspace } = useParams();
  return useCallback((path) => (workspace && path.startsWith('/') ? `/w/${workspace}${path === '/' ? '' : path}` : path), [workspace]);
}

interface Inside {
  /** 'workspace' (default) reads "/orders" inside the open workspace; 'installation' leaves it as it is. */
  within?: 'workspace' | 'installation';
}

/** A link inside the dashboard. */
export function Link({ to, within = 'workspace', ...rest }: LinkProps & Inside) {
  const inWorkspace = useWorkspacePath();
  return <RouterLink to={within === 'workspace' && typeof to === 'string' ? inWorkspace(to) : to} {...rest} />;
}

/** A link that knows whether it leads to the open page. */
export function NavLink({ to, ...rest }: NavLinkProps) {
  const inWorkspace = useWorkspacePath();
  return <RouterNavLink to={typeof to === 'string' ? inWorkspace(to) : to} {...rest} />;
}

/** A link in running text. */
export function TextLink(props: LinkProps & Inside) {
  return <Link {...props} className={`font-medium text-accent-text underline-offset-2 hover:underline ${props.className ?? ''}`} />;
}
