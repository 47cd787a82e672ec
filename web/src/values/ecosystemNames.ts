import { ECOSYSTEMS } from "./choices";

/** What the types of package URLs are called, so that nobody has to ask for the name of one. */
export const ecosystemNames: Readonly<Record<string, string>> = Object.fromEntries(ECOSYSTEMS.map(({ id, name }) => [id, name]));
