import { afterAll, beforeAll, describe } from 'vitest';
import { Lab, type Examined } from './conformance-lab.ts';
import { chargesAgain, lettingGo } from './conformance-again.ts';
import { keepsAlone, keptOnItsPage } from './conformance-alone.ts';
import { chargesAndCaptures, refundsAndStrangers } from './conformance-provider.ts';
import { badAnswers, paysAndRefunds, webhooks } from './conformance-shop.ts';
import { pauseFollowers } from './record-facts.ts';

export type { Examined };

/** The contract of every payment provider, told as what happens in a shop. Run it in the connector's own test file. */
export function conformance(examined: Examined): void {
  const lab = new Lab(examined);
  let bringBack: () => void;
  beforeAll(async () => {
    bringBack = pauseFollowers();
    await lab.open();
  });
  afterAll(async () => {
    bringBack();
    await lab.house.close();
  });
  describe(`payment provider ${examined.provider}: asked directly`, () => {
    chargesAndCaptures(lab);
    refundsAndStrangers(lab);
  });
  describe(`payment provider ${examined.provider}: in a shop`, () => {
    paysAndRefunds(lab);
    badAnswers(lab);
    webhooks(lab);
  });
  describe(`payment provider ${examined.provider}: charged again`, () => {
    chargesAgain(lab);
    lettingGo(lab);
  });
  describe(`payment provider ${examined.provider}: kept without a payment`, () => {
    keepsAlone(lab);
    keptOnItsPage(lab);
  });
}
