/**
 * The `meta` of requests for one complete record. react-admin takes the rows of lists for records that it need not fetch;
 * rows of this API have fewer attributes, and requests with a `meta` are kept apart from them.
 */
export const COMPLETE = { complete: true } as const;
