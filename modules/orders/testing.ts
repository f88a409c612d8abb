export { ANA, buy, openShop, pay, readyToPay, type Shop } from './test-shop.ts';
