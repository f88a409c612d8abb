import { conformance } from '#modules/payments/testing.ts';
import './index.ts';

conformance({ provider: 'manual', takes: 'later', again: { good: { provider: 'manual' } }, choices: { good: { provider: 'manual' } } });
