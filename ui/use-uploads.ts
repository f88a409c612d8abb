import { useEffect, useRef, useState } from 'react';
import { useWorkspaceId } from './live.tsx';
import { uploadFile, type UploadedFile } from './upload.ts';

const AT_ONCE = 3;

export interface Upload {
  id: number;
  file: File;
  state: 'waiting' | 'sending' | 'failed';
  /** 0..1 */
  share: number;
  sentence?: string;
}

export interface Uploads {
  list: readonly Upload[];
  add(files: readonly File[]): void;
  retry(id: number): void;
  drop(id: number): void;
}

/** Sends files a few at a time; one that failed waits for another try, and tries itself when the line is back. */
export function useUploads(onFile: (file: UploadedFile, of: File) => void): Uploads {
  const workspaceId = useWorkspaceId();
  const [list, setList] = useState<readonly Upload[]>([]);
  const next = useRef(1);
  const started = useRef(new Set<number>());
  const deliver = useRef(onFile);
  useEffect(() => { deliver.current = onFile; });
  const change = (id: number, what: Partial<Upload>) => setList((now) => now.map((each) => (each.id === id ? { ...each, ...what } : each)));
  const drop = (id: number) => setList((now) => now.filter((each) => each.id !== id));

  useEffect(() => {
    const free = AT_ONCE - list.filter((each) => each.state === 'sending').length;
    for (const { id, file } of list.filter((each) => each.state === 'waiting' && !started.current.has(each.id)).slice(0, Math.max(0, free))) {
      started.current.add(id);
      change(id, { state: 'sending', share: 0 });
      uploadFile(file, workspaceId, (share) => change(id, { share })).then(
        (stored) => { drop(id); deliver.current(stored, file); },
        (error: Error) => { started.current.delete(id); change(id, { state: 'failed', sentence: error.message }); },
      );
    }
  }, [list, workspaceId]);
  useEffect(() => {
    const again = () => setList((now) => now.map((each) => (each.state === 'failed' ? { ...each, state: 'waiting' } : each)));
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, []);

  return {
    list,
    add: (files) => setList((now) => [...now, ...files.map((file): Upload => ({ id: next.current++, file, state: 'waiting', share: 0 }))]),
    retry: (id) => change(id, { state: 'waiting' }),
    drop,
  };
}
