import { conformance } from '#modules/payments/testing.ts';
import './index.ts';

conformance({ provider: 'manual', takes: 'later', chargesAgain: true, choices: { good: { provider: 'manual' } } });
