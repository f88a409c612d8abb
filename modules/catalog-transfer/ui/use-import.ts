import { useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { useWorkspaceId } from '#ui/live.tsx';
import type { Mapping } from './columns-choice.ts';
import { importFile, previewFile, type Progress } from './send-file.ts';
import type { Preview, Report } from './transfer-shape.ts';

export const MOST_BYTES = 50 * 1024 * 1024;

/** Where the person is: nothing chosen, the file being looked at, its preview, the import, its report. */
export type Stage =
  | { at: 'start'; refused?: string }
  | { at: 'checking'; file: File; progress?: Progress }
  | { at: 'preview'; file: File; preview: Preview; mapping: Mapping; refused?: string }
  | { at: 'importing'; file: File; preview: Preview; progress?: Progress }
  | { at: 'report'; file: File; report: Report };

export interface Import {
  stage: Stage;
  check(file: File, mapping?: Mapping): Promise<void>;
  begin(): Promise<void>;
  cancel(): void;
}

/** The steps of one import. Nothing is written before `begin`. */
export function useImport(): Import {
  const [stage, setStage] = useState<Stage>({ at: 'start' });
  const workspaceId = useWorkspaceId();
  const { revalidate } = useRevalidator();
  const going = useRef<AbortController>(null);

  async function check(file: File, mapping: Mapping = {}) {
    const refused = refusalOf(file);
    if (refused) return setStage({ at: 'start', refused });
    const signal = newSignal();
    setStage({ at: 'checking', file });
    const onProgress = (progress: Progress) => setStage({ at: 'checking', file, progress });
    await previewFile({ file, mapping, workspaceId, onProgress, signal }).then(
      (preview) => setStage({ at: 'preview', file, preview, mapping }),
      (error: Error) => !signal.aborted && setStage({ at: 'start', refused: error.message }),
    );
  }

  async function begin() {
    if (stage.at !== 'preview') return;
    const { file, preview, mapping } = stage;
    const signal = newSignal();
    setStage({ at: 'importing', file, preview });
    const onProgress = (progress: Progress) => setStage({ at: 'importing', file, preview, progress });
    await importFile({ file, mapping, workspaceId, onProgress, signal }).then(
      (report) => setStage({ at: 'report', file, report }),
      (error: Error) => !signal.aborted && setStage({ at: 'preview', file, preview, mapping, refused: error.message }),
    );
    await revalidate();
  }

  function newSignal(): AbortSignal {
    going.current = new AbortController();
    return going.current.signal;
  }

  function cancel() {
    going.current?.abort();
    setStage({ at: 'start' });
  }

  return { stage, check, begin, cancel };
}

function refusalOf(file: File): string | undefined {
  if (file.size > MOST_BYTES) return `${file.name} is larger than 50 MB. Split it into several files; the rows of one product have to stay together.`;
  if (file.size === 0) return `${file.name} is empty.`;
  return undefined;
}
