import type { ApiDataProvider } from "../api/dataProvider";
import { chunks } from "./assessment";

/**
 * Calls a bulk action for any number of ids, as many at a time as the server takes.
 *
 * @throws what a call throws; `done` has then been told of those that went through before it.
 */
export async function bulkCall(
  dataProvider: ApiDataProvider,
  path: string,
  ids: readonly number[],
  body: object,
  done: (ids: number[]) => void,
): Promise<void> {
  for (const part of chunks(ids)) {
    await dataProvider.call({ method: "POST", path, body: { ...body, observations: part }, fields: body });
    done(part);
  }
}
