/** The unchanging part of a guide: which service, which key, which address, where it goes. */
export interface GuideText {
  key: string;
  title: string;
  why: string;
  steps: string[];
  values: { name: string; example: string; about: string }[];
  links: { label: string; to: string }[];
}

const restart = 'Start the program again. Values in the environment are read once, at the start.';

export const guideTexts = {
  address: {
    key: 'address',
    title: 'Public address',
    why: 'Links in mails, signed pictures and sign-in cookies need to know where people find you.',
    steps: ['Let a proxy with a certificate (Caddy, nginx, a load balancer) pass everything to this program, also WebSockets below /app.', 'Set the two values for the program.', restart],
    values: [{ name: 'PUBLIC_URL', example: 'https://desk.example.com', about: 'the address people use' }, { name: 'TRUST_PROXY', example: '1', about: 'only with a proxy of your own in front' }],
    links: [],
  },
  mail: {
    key: 'mail',
    title: 'Mail',
    why: 'Confirmations, invitations and password links go out by mail.',
    steps: ['At your mail service, verify the domain you send from, and make a key or password for SMTP.', 'Set the two values for the program. With Resend the user is “resend” and the password is the API key.', restart],
    values: [{ name: 'SMTP_URL', example: 'smtps://resend:re_YOUR_KEY@smtp.resend.com:465', about: 'or smtp://user:password@host:587' }, { name: 'MAIL_FROM', example: 'Your Shop <orders@example.com>', about: 'an address of the verified domain' }],
    links: [{ label: 'Resend: API keys', to: 'https://resend.com/api-keys' }, { label: 'Resend: domains', to: 'https://resend.com/domains' }],
  },
  files: {
    key: 'files',
    title: 'Pictures and files',
    why: 'A bucket outlives a machine, and several machines share it.',
    steps: ['Make a private bucket at S3 or R2, and an access key that may read, write and delete in it.', 'Set all four values: half a bucket is refused at the start.', 'Copy what lies in the folder “files” of the data folder into the bucket, then start the program again.'],
    values: [
      { name: 'S3_ENDPOINT', example: 'https://ACCOUNT.r2.cloudflarestorage.com', about: 'for S3: https://s3.eu-central-1.amazonaws.com' },
      { name: 'S3_BUCKET', example: 'shop-files', about: 'its name' },
      { name: 'S3_ACCESS_KEY_ID', example: '0123456789abcdef', about: 'of the access key' },
      { name: 'S3_SECRET_ACCESS_KEY', example: '…', about: 'shown once when the key is made' },
      { name: 'S3_REGION', example: 'auto', about: '“auto” for R2, the region for S3' },
    ],
    links: [{ label: 'Cloudflare R2', to: 'https://dash.cloudflare.com/?to=/:account/r2' }, { label: 'Amazon S3', to: 'https://console.aws.amazon.com/s3/' }],
  },
  domain: {
    key: 'domain',
    title: 'A domain for your storefront',
    why: 'Shoppers trust your own name.',
    steps: ['At your domain’s DNS, add a CNAME record for the shop’s host that points to the host of the public address (an A record for a bare domain).', 'Let the proxy in front accept that host and fetch a certificate for it.', 'Enter the domain at the storefront.'],
    values: [{ name: 'CNAME shop.example.com', example: 'the host of the public address', about: 'at your DNS provider' }],
    links: [{ label: 'Storefronts', to: '/storefronts' }],
  },
  payments: {
    key: 'payments',
    title: 'Payments',
    why: 'To be paid without typing.',
    steps: ['Bank transfer and cash work at once: mark an order as paid when the money is there.', 'Cards need a payment company. This version brings none but test cards.'],
    values: [],
    links: [{ label: 'Orders', to: '/orders' }],
  },
  tax: {
    key: 'tax',
    title: 'Tax registration',
    why: 'Tax is collected only where you say that you are registered.',
    steps: ['Ask your adviser where you must collect.', 'Under Settings, Taxes, register those places; the rates are built in and can be changed.'],
    values: [],
    links: [{ label: 'Tax settings', to: '/settings/taxes' }],
  },
  realtime: {
    key: 'realtime',
    title: 'Live news',
    why: 'Pages that change by themselves, and who is here.',
    steps: ['Nothing must be set. The program speaks the Pusher protocol itself, over several processes.', 'A proxy in front must pass WebSockets below /app.', 'To use hosted Pusher Channels instead: make an app there, allow client events in its settings, copy its keys into the one value, and start the program again.'],
    values: [{ name: 'PUSHER_URL', example: 'https://KEY:SECRET@api-CLUSTER.pusher.com/apps/APP_ID', about: 'only for hosted Pusher' }],
    links: [{ label: 'Pusher: your apps', to: 'https://dashboard.pusher.com/apps' }],
  },
  push: {
    key: 'push',
    title: 'Push messages',
    why: 'A message on the phone when an order comes.',
    steps: ['Nothing to set for the program: the VAPID keys are its own.', 'Push needs HTTPS: see the public address.', 'Each person allows messages in their own browser.'],
    values: [],
    links: [],
  },
  backups: {
    key: 'backups',
    title: 'Backups',
    why: 'Machines die.',
    steps: ['Built-in database: stop the program, copy the whole data folder with owners and permissions (cp -a), start it again.', 'Your own PostgreSQL: use its vendor’s backups, and keep the two roles of Quickdash.', 'Keep QUICKDASH_SECRET elsewhere: without it, sealed values cannot be opened.', 'Try the restore. A backup that was never restored is a hope.'],
    values: [{ name: 'QUICKDASH_SECRET', example: 'openssl rand -base64 32', about: 'the same on every machine; otherwise it lies in the data folder' }],
    links: [],
  },
} satisfies Record<string, GuideText>;
