export { ANA, contradictions, stockOf, buy, openShop, pay, readyToPay, type Shop } from './test-shop.ts';
