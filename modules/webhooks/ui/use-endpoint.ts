import { useState } from 'react';
import { askApi } from '#ui/ask-api.ts';
import { useLiveEvents, useWorkspaceId } from '#ui/live.tsx';
import type { Endpoint } from './endpoint-shape.ts';

/** The endpoint as it is now: as the page was loaded, then as its deliveries are tried. */
export function useEndpoint(loaded: Endpoint): Endpoint {
  const workspaceId = useWorkspaceId();
  const [seen, see] = useState({ of: loaded, now: loaded });
  useLiveEvents(['webhooks'], () => void askApi<Endpoint>(`/webhooks/endpoints/${loaded.id}`, workspaceId).then((now) => now && see({ of: loaded, now })), loaded);
  return seen.of === loaded ? seen.now : loaded;
}
