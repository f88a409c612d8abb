export { ANA, buy, contradictions, openShop, pay, readyToPay, type Shop } from './test-shop.ts';
