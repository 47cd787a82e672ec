import { localStorageStore, type Store } from "react-admin";

const PREFIX = "RaStore.";
const SELECTION = ".selectedIds";

const store = localStorageStore();

/**
 * Filters, saved views and columns, which outlive the session (web-ui.md §2.2): react-admin empties its store at each logout and whenever a session
 * ends. What was selected is forgotten, so that nobody acts on what somebody else has chosen.
 */
export const viewStore: Store = {
  ...store,
  reset: () => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX) && key.endsWith(SELECTION)) store.removeItem(key.slice(PREFIX.length));
    }
  },
};
