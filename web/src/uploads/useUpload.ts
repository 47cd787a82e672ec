import { useState } from "react";
import { HttpError, useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { ImportResult } from "../api/types";
import { uploadForm, type UploadState, type UploadValues } from "./upload";
import type { UploadKind } from "./uploadKinds";

interface Uploads {
  states: readonly UploadState[];
  running: boolean;
  start: (files: readonly File[], values: UploadValues) => Promise<void>;
}

/** Uploads files one after another, telling the state of each. A failed one does not keep the others from being uploaded. */
export function useUpload(kind: UploadKind, product: number): Uploads {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const [states, setStates] = useState<UploadState[]>([]);
  const [running, setRunning] = useState(false);

  const start = async (files: readonly File[], values: UploadValues) => {
    const current: UploadState[] = files.map(() => ({ is: "waiting" }));
    const tell = (index: number, state: UploadState) => {
      current[index] = state;
      setStates([...current]);
    };
    setRunning(true);
    try {
      for (const [index, file] of files.entries()) {
        tell(index, { is: "running" });
        try {
          const body = uploadForm(kind, product, file, values);
          const result = await dataProvider.call<ImportResult>({ method: "POST", path: kind.path, body });
          tell(index, { is: "done", result });
        } catch (cause) {
          tell(index, { is: "failed", message: cause instanceof Error ? cause.message : String(cause) });
          // Without a session the rest fails too.
          if (cause instanceof HttpError && cause.status === 401) return;
        }
      }
    } finally {
      setRunning(false);
    }
  };
  return { states, running, start };
}
