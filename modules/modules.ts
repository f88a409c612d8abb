import type { Module } from '#platform/module.ts';
import { catalog } from './catalog/index.ts';

/** Every module of the house, lowest first. A new capability is a new folder and one line here. */
export const modules: readonly Module[] = [catalog];
