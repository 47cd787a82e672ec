/**
 * The screens that people and links open first. The one that the address asks for is loaded beside the application, not after it: the browser
 * can fetch it while it still works on the rest.
 */
const FIRST_SCREENS: readonly (readonly [RegExp, () => Promise<unknown>])[] = [
  [/^#?\/?(?:\?.*)?$/, () => import("./Dashboard")],
  [/^#\/observations(?:\?.*)?$/, () => import("../observations/ObservationList")],
  [/^#\/observations\/\d+\/show/, () => import("../observations/ObservationScreen")],
  [/^#\/products(?:\?.*)?$/, () => import("../products/ProductList")],
  [/^#\/products\/\d+\/show/, () => import("../products/ProductScreen")],
];

/** Begins to load the screen of an address. That it cannot be loaded is told when the screen is shown. */
export function preload(hash: string): void {
  const [, load] = FIRST_SCREENS.find(([address]) => address.test(hash)) ?? [];
  load?.().catch(() => undefined);
}

if (localStorage.getItem("jwt") !== null) preload(location.hash);
