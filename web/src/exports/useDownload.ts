import { useDataProvider, useNotify } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Query } from "../api/listQuery";

export interface Download {
  /** Key of the message catalogue. */
  label: string;
  path: string;
  query?: Query;
  /** Name of the file. */
  name: string;
}

/** Fetches a file with the session's token and gives it to the browser to be saved. */
export function useDownload(): (download: Download) => Promise<void> {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  return async ({ path, query = {}, name }) => {
    try {
      const address = URL.createObjectURL(await dataProvider.file({ path, query }));
      const link = document.createElement("a");
      link.href = address;
      link.download = name;
      link.click();
      URL.revokeObjectURL(address);
      notify("export.downloaded", { type: "success", messageArgs: { name } });
    } catch (cause) {
      notify(cause instanceof Error ? cause.message : String(cause), { type: "warning" });
    }
  };
}
