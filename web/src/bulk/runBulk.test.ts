import { HttpError } from "react-admin";
import { describe, expect, it, vi } from "vitest";
import { chunks, runBulk } from "./runBulk";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** A server that refuses calls with one of these ids. */
function refusing(...bad: number[]) {
  return vi.fn((ids: number[]) => {
    const first = ids.find((id) => bad.includes(id));
    return first === undefined ? Promise.resolve() : Promise.reject(new HttpError(`not ${first}`, 400));
  });
}

describe("chunks", () => {
  it("divides into parts of the server's limit", () => {
    expect(chunks(numbers(300)).map(({ length }) => length)).toEqual([250, 50]);
    expect(chunks([])).toEqual([]);
  });
});

describe("runBulk", () => {
  it("makes two calls for 300 ids and tells the progress", async () => {
    const call = refusing();
    const onProgress = vi.fn();
    const result = await runBulk(numbers(300), call, { onProgress });
    expect(call.mock.calls.map(([ids]) => ids.length)).toEqual([250, 50]);
    expect(onProgress.mock.calls).toEqual([[250], [300]]);
    expect(result.done).toHaveLength(300);
    expect(result.failures).toEqual([]);
  });

  it("sends repeated ids once", async () => {
    expect((await runBulk([7, 7], refusing())).done).toEqual([7]);
  });

  it("leaves out only what is refused", async () => {
    const result = await runBulk(numbers(100), refusing(42, 99));
    expect(result.done).toHaveLength(98);
    expect(result.failures).toEqual([
      { ids: [42], message: "not 42" },
      { ids: [99], message: "not 99" },
    ]);
  });

  it("does not try each of many ids that are all refused", async () => {
    const call = vi.fn(() => Promise.reject(new HttpError("never", 400)));
    const result = await runBulk(numbers(1000), call);
    expect(result.done).toEqual([]);
    expect(result.failures).toEqual([{ ids: expect.any(Array) as number[], message: "never" }]);
    expect(result.failures[0]?.ids.toSorted((a, b) => a - b)).toEqual(numbers(1000));
    expect(call.mock.calls.length).toBeLessThan(100);
  });

  it("gives errors at fields to the form", async () => {
    const error = new HttpError("Comment: too long", 400, { errors: { comment: "too long" } });
    await expect(runBulk([1, 2], () => Promise.reject(error))).rejects.toBe(error);
  });

  it("stops when the server is gone, keeping what is done", async () => {
    const call = vi.fn((ids: number[]) => (ids.includes(1) ? Promise.resolve() : Promise.reject(new HttpError("gone", 0))));
    const result = await runBulk(numbers(6), call, { size: 2 });
    expect(result).toEqual({ done: [1, 2], failures: [{ ids: [3, 4, 5, 6], message: "gone" }] });
    expect(call).toHaveBeenCalledTimes(2);
  });

  it("stops when it is cancelled", async () => {
    const controller = new AbortController();
    const call = vi.fn(() => {
      controller.abort();
      return Promise.resolve();
    });
    expect((await runBulk(numbers(6), call, { size: 2, signal: controller.signal })).done).toEqual([1, 2]);
  });
});
