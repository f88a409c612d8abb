// Loaded into what the launcher starts: when the launcher is killed, its child stops by itself instead of living on unseen.
import { isMainThread } from 'node:worker_threads';

const launcher = Number(process.env.QUICKDASH_LAUNCHER);

// Forks inherit this file and the variable, but their parent is not the launcher, so the leash holds only the first child.
if (isMainThread && launcher === process.ppid) {
  setInterval(() => process.ppid !== launcher && process.kill(process.pid, 'SIGTERM'), 500).unref();
}
