import type { Module } from '#platform/module.ts';
import { btcPay } from './btcpay/index.ts';
import { discord } from './discord/index.ts';
import { easyPost } from './easypost/index.ts';
import { google } from './google/index.ts';
import { manualPayments } from './manual-payments/index.ts';
import { payPal } from './paypal/index.ts';
import { polar } from './polar/index.ts';
import { resendMail } from './resend-mail/index.ts';
import { sendGridMail } from './sendgrid-mail/index.ts';
import { slack } from './slack/index.ts';
import { smtpMail } from './smtp-mail/index.ts';
import { stripe } from './stripe/index.ts';
import { testPayments } from './test-payments/index.ts';
import { wise } from './wise/index.ts';

/** Every connector of the house. A new one is a new folder and one line here. */
export const connectors: readonly Module[] = [testPayments, manualPayments, smtpMail, resendMail, stripe, payPal, sendGridMail, slack, discord, btcPay, polar, wise, google, easyPost];
