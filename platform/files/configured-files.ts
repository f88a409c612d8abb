import { hkdfSync } from 'node:crypto';
import path from 'node:path';
import { type Config, config } from '../config.ts';
import { StartError } from '../start-error.ts';
import { createFiles, type Files } from './files.ts';
import type { FileStore } from './file-store.ts';
import { LocalStore } from './local-store.ts';
import { S3Store } from './s3-store.ts';

let chosen: Files | undefined;

/** The files of this installation: in a bucket when S3_BUCKET and its keys are configured, otherwise in the data folder. */
export function files(): Files {
  chosen ??= createFiles({ store: configuredStore(config()) });
  return chosen;
}

/** Replaces the files of this process, for tests. */
export function useFiles(other: Files | undefined): void {
  chosen = other;
}

export function configuredStore(settings: Config): FileStore {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_REGION } = settings;
  refuseHalfABucket({ S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY });
  if (S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
    return new S3Store({ endpoint: S3_ENDPOINT, bucket: S3_BUCKET, region: S3_REGION, accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY });
  }
  const secret = Buffer.from(hkdfSync('sha256', settings.secret, '', 'quickdash signed files', 32)).toString('base64');
  return new LocalStore({ folder: path.join(settings.dataDir, 'files'), secret, baseUrl: settings.PUBLIC_URL ?? '' });
}

// Pictures must not end in a folder because one variable was forgotten.
function refuseHalfABucket(parts: Record<string, string | undefined>): void {
  const missing = Object.keys(parts).filter((name) => !parts[name]);
  if (missing.length > 0 && missing.length < Object.keys(parts).length)
    throw new StartError(`The bucket for files is only half configured: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing.`);
}
