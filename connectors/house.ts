import type { Module } from '#platform/module.ts';
import { modules } from '#modules/modules.ts';
import { connectors } from './connectors.ts';

/** The whole house as the registry loads it: every module, then every connector. */
export const house: readonly Module[] = [...modules, ...connectors];
