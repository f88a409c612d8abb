export { conformance, type Examined } from './conformance.ts';
export { pauseFollowers } from './record-facts.ts';
