import type { DataProvider, GetManyParams, Identifier, RaRecord } from "react-admin";
import { changes } from "./changes";
import { listQuery, type ListParams, type Query } from "./listQuery";
import { request, requestFile, type ApiRequest } from "./request";
import type { Page } from "./types";

/** react-admin's provider, and `call` for everything that is not one of its verbs. */
export interface ApiDataProvider extends DataProvider {
  /** Any call of the API; an ended session leads to the login, as with all other methods. */
  call<T>(call: ApiRequest): Promise<T>;
  /** A call that is answered with a file. */
  file(call: ApiRequest): Promise<Blob>;
}

const collection = (resource: string) => `/${resource}/`;
const detail = (resource: string, id: Identifier) => `/${resource}/${encodeURIComponent(id)}/`;

async function list<T extends RaRecord>(resource: string, params: ListParams, signal?: AbortSignal) {
  const page = await request<Page<T>>({ path: collection(resource), query: listQuery(params), signal });
  return { data: page.results, total: page.count ?? page.results.length };
}

async function one<T extends RaRecord>(resource: string, id: Identifier, signal?: AbortSignal) {
  return request<T>({ path: detail(resource, id), signal });
}

async function remove(resource: string, id: Identifier): Promise<void> {
  await request<undefined>({ method: "DELETE", path: detail(resource, id) });
}

/** What a caller of `update` can say in `meta`. */
export interface UpdateMeta {
  /** Attributes to send even when they are unchanged, because the server derives others from them together. */
  always?: readonly string[];
}

async function patch<T extends RaRecord>(resource: string, id: Identifier, data: object, previous?: object, meta?: UpdateMeta) {
  const answer = await request<T>({
    method: "PATCH",
    path: detail(resource, id),
    body: changes(previous, data, meta?.always),
    fields: data,
  });
  // Some resources answer with their writable fields only; the record in the cache keeps the others.
  return { ...(previous as T | undefined), ...answer, id };
}

/** One call after the other: the server's write transactions would queue up anyway, and the first error stops the rest. */
async function eachId(ids: Identifier[], action: (id: Identifier) => Promise<unknown>): Promise<void> {
  for (const id of ids) await action(id);
}

export const dataProvider: ApiDataProvider = {
  supportAbortSignal: true,

  getList: (resource, params) => list(resource, params as ListParams, params.signal),

  getOne: async (resource, params) => ({ data: await one(resource, params.id, params.signal) }),

  getMany: async <T extends RaRecord>(resource: string, params: GetManyParams<T>) => ({
    data: await Promise.all(params.ids.map((id) => one<T>(resource, id, params.signal))),
  }),

  getManyReference: (resource, params) => {
    const filter: Query = { ...(params.filter as Query), [params.target]: params.id };
    return list(resource, { ...params, filter }, params.signal);
  },

  create: async (resource, params) => ({
    data: await request({ method: "POST", path: collection(resource), body: params.data as object }),
  }),

  update: async (resource, params) => ({
    data: await patch(resource, params.id as Identifier, params.data as object, params.previousData as object, params.meta as UpdateMeta | undefined),
  }),

  updateMany: async (resource, params) => {
    await eachId(params.ids, (id) => patch(resource, id, params.data as object));
    return { data: params.ids };
  },

  delete: async (resource, params) => {
    await remove(resource, params.id);
    return { data: params.previousData ?? { id: params.id } } as never;
  },

  deleteMany: async (resource, params) => {
    await eachId(params.ids, (id) => remove(resource, id));
    return { data: params.ids };
  },

  call: request,

  file: requestFile,
};
