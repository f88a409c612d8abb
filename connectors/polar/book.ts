import { remoteBook } from '#modules/payments/index.ts';

/** The page as Polar is asked for it. */
export interface PolarRequest {
  /** Minor units. */
  amount: number;
  currency: string;
  returnTo: string;
}

export const book = remoteBook<PolarRequest>('polar');
