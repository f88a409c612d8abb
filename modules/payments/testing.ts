export { keepsAndPaysAgain } from './conformance-lab.ts';
export { conformance, type Examined } from './conformance.ts';
export { pauseFollowers } from './record-facts.ts';
export { anyLife, live, type AtProvider, type Living } from './lives.ts';
