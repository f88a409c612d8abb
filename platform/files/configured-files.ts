import { hkdfSync } from 'node:crypto';
import path from 'node:path';
import { type Config, config } from '../config.ts';
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
  if (S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
    return new S3Store({ endpoint: S3_ENDPOINT, bucket: S3_BUCKET, region: S3_REGION, accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY });
  }
  const secret = Buffer.from(hkdfSync('sha256', settings.secret, '', 'quickdash signed files', 32)).toString('base64');
  return new LocalStore({ folder: path.join(settings.dataDir, 'files'), secret, baseUrl: settings.PUBLIC_URL ?? '' });
}
