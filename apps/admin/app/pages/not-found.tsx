import { data } from 'react-router';

export { PageError as ErrorBoundary } from '#ui/error-state.tsx';

export const meta = () => [{ title: 'Not found · Quickdash' }];

/** Any address of a workspace that is none of its pages. */
export function loader(): never {
  throw data(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
