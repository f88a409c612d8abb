import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { StartError } from './start-error.ts';

const flag = z.enum(['0', '1', 'true', 'false']).transform((v) => v === '1' || v === 'true');

/** Every variable the program reads, with the sentence a person needs when it is missing or wrong. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).optional().meta({ description: 'a free TCP port, 0 to 65535' }),
  HOST: z.string().default('0.0.0.0').meta({ description: 'the address to listen on' }),
  PUBLIC_URL: z.url().optional().meta({ description: 'the address people use, e.g. https://shop.example' }),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional()
    .meta({ description: 'a PostgreSQL 16+ address, postgres://user:password@host:5432/name' }),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).optional().meta({ description: 'connections a process may open, 2 to 200' }),
  DATABASE_ROLES: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,40}$/)
    .default('quickdash')
    .meta({ description: 'prefix of the two database roles, lower case letters' }),
  QUICKDASH_DATA: z.string().optional().meta({ description: 'the folder for data, default .data' }),
  QUICKDASH_SECRET: z
    .string()
    .min(32)
    .optional()
    .meta({ description: 'at least 32 random characters, the same on every node: openssl rand -base64 32' }),
  QUICKDASH_OLD_SECRETS: z.string().default('').meta({ description: 'former values of QUICKDASH_SECRET, comma separated, newest first' }),
  QUICKDASH_DEMO: z.string().default('corner-shop').meta({ description: 'the demo world for an empty database, or "none"' }),
  QUICKDASH_DEV_MAIL: flag.default(true).meta({ description: '1 shows the development mailbox at /dev/mail, 0 hides it' }),
  QUICKDASH_SUPERADMINS: z.string().default('').meta({ description: 'mail addresses of those who look after the installation, comma separated' }),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info').meta({ description: 'debug, info, warn or error' }),
  SMTP_URL: z.string().regex(/^smtps?:\/\//).optional().meta({ description: 'smtp://user:password@host:587' }),
  MAIL_FROM: z.string().default('Quickdash <shop@localhost>').meta({ description: 'sender, e.g. "Shop <shop@example.com>"' }),
  S3_ENDPOINT: z.url().optional().meta({ description: 'the S3 or R2 endpoint address' }),
  S3_BUCKET: z.string().optional().meta({ description: 'the bucket name' }),
  S3_REGION: z.string().default('auto').meta({ description: 'the region, "auto" for R2' }),
  S3_ACCESS_KEY_ID: z.string().optional().meta({ description: 'the access key id' }),
  S3_SECRET_ACCESS_KEY: z.string().optional().meta({ description: 'the secret access key' }),
  PUSHER_URL: z
    .string()
    .regex(/^https?:\/\/[^:@/]+:[^:@/]+@[^/]+\/apps\/[^/]+$/)
    .optional()
    .meta({ description: 'the address of a hosted Pusher app as its dashboard shows it, https://KEY:SECRET@api-CLUSTER.pusher.com/apps/APP_ID' }),
  GOOGLE_CLIENT_ID: z.string().optional().meta({ description: 'the client id of a Google sign-in' }),
  GOOGLE_CLIENT_SECRET: z.string().optional().meta({ description: 'the client secret of a Google sign-in' }),
  GITHUB_CLIENT_ID: z.string().optional().meta({ description: 'the client id of a GitHub sign-in' }),
  GITHUB_CLIENT_SECRET: z.string().optional().meta({ description: 'the client secret of a GitHub sign-in' }),
  ALLOW_PRIVATE_TARGETS: flag.default(false).meta({ description: '1 lets webhooks call addresses of your own network, and http' }),
  TRUST_PROXY: flag.default(false).meta({ description: '1 when a proxy of yours sets X-Forwarded-For and -Proto' }),
  QUICKDASH_FAULT: z.string().optional().meta({ description: 'test builds only: name of the fault point to stop at' }),
  NODE_ENV: z.string().default('production').meta({ description: 'production, development or test' }),
});

type Environment = z.infer<typeof Environment>;
export type Config = Readonly<Environment & { dataDir: string; secret: string; oldSecrets: string[] }>;

let current: Config | undefined;

/** The validated configuration. The first call reads the environment; a wrong value ends the start with one sentence. */
export function config(): Config {
  current ??= readConfig(process.env);
  return current;
}

/** Replaces the configuration, for tests and the launcher. */
export function useConfig(overrides: Partial<Config>): Config {
  current = Object.freeze({ ...config(), ...overrides });
  return current;
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new StartError(explain(parsed.error));
  const dataDir = path.resolve(parsed.data.QUICKDASH_DATA ?? path.join(import.meta.dirname, '..', '.data'));
  const secret = parsed.data.QUICKDASH_SECRET ?? ownSecret(dataDir);
  const oldSecrets = parsed.data.QUICKDASH_OLD_SECRETS.split(',').filter(Boolean);
  return Object.freeze({ ...parsed.data, dataDir, secret, oldSecrets });
}

function explain(error: z.ZodError): string {
  const name = String(error.issues[0]?.path[0]);
  const field = Environment.shape[name as keyof typeof Environment.shape];
  return `The environment variable ${name} is not usable: it should be ${field?.meta()?.description ?? 'different'}.`;
}

// A single machine needs no set-up: the secret is made once and kept beside the data, readable by the owner only.
function ownSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secret');
  try {
    if (!existsSync(file)) {
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
    }
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new StartError(`The data folder ${dataDir} cannot be used (${(error as NodeJS.ErrnoException).code}). Make it readable and writable, or choose another: QUICKDASH_DATA=/path npm start`, error);
  }
}
