import { HttpError } from "react-admin";

/** The most ids that one bulk call takes. */
export const BULK_LIMIT = 250;

/** So many refused calls are enough to know that dividing further leads nowhere. */
const REFUSALS = 40;

export interface BulkFailure {
  ids: number[];
  message: string;
}

export interface BulkResult {
  done: number[];
  failures: BulkFailure[];
}

interface Options {
  /** Told after each call how many ids have been dealt with. */
  onProgress?: (dealtWith: number) => void;
  /** Aborted: no further call is made. */
  signal?: AbortSignal;
  size?: number;
}

/** Parts of a list that fit into one call each. */
export function chunks<T>(items: readonly T[], size: number = BULK_LIMIT): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < items.length; start += size) parts.push(items.slice(start, start + size));
  return parts;
}

const isRefusal = (cause: unknown): boolean => cause instanceof HttpError && [400, 403, 404, 409].includes(cause.status as number);

/** Errors at fields of the form concern the form, not some of the ids. */
const isAboutForm = (cause: unknown): boolean => cause instanceof HttpError && (cause.body as { errors?: object } | undefined)?.errors !== undefined;

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/**
 * Calls a bulk action for any number of ids, as many at a time as the server takes.
 *
 * The server takes all ids of a call or none. A refused call is divided, so that only those ids are left over that are refused.
 *
 * @throws the error of a call that concerns the form as a whole, or that leaves nothing done.
 */
export async function runBulk(ids: readonly number[], call: (ids: number[]) => Promise<unknown>, options: Options = {}): Promise<BulkResult> {
  const { onProgress, signal, size } = options;
  const result: BulkResult = { done: [], failures: [] };
  let refusals = 0;
  const left = chunks([...new Set(ids)], size);
  const fail = (failed: number[], message: string) => {
    const same = result.failures.find((failure) => failure.message === message);
    if (same === undefined) result.failures.push({ ids: failed, message });
    else same.ids.push(...failed);
  };

  for (let part = left.shift(); part !== undefined; part = left.shift()) {
    if (signal?.aborted) break;
    try {
      await call(part);
      result.done.push(...part);
    } catch (cause) {
      if (isAboutForm(cause)) throw cause;
      if (isRefusal(cause) && part.length > 1 && ++refusals < REFUSALS) {
        left.unshift(...chunks(part, Math.ceil(part.length / 2)));
        continue;
      }
      if (!isRefusal(cause)) {
        // The server is gone, or the session: the rest would end alike.
        if (result.done.length === 0) throw cause;
        fail([...part, ...left.flat()], messageOf(cause));
        break;
      }
      fail(part, messageOf(cause));
    }
    onProgress?.(result.done.length + result.failures.reduce((sum, failure) => sum + failure.ids.length, 0));
  }
  return result;
}
