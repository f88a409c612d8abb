import { createContext } from 'react-router';
import type { Opened } from './session.server.ts';

/** The workspace the address names, for the rest of the request. */
export const openedContext = createContext<Opened>();
