export { conformance, type Examined } from './conformance.ts';
