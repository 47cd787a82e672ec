import { screenModule, type ScreenModule } from "./screenModule";

/** The screens that people and links open first. */
export const firstScreens = {
  dashboard: screenModule(() => import("./Dashboard")),
  observations: screenModule(() => import("../observations/ObservationList")),
  observation: screenModule(() => import("../observations/ObservationScreen")),
  products: screenModule(() => import("../products/ProductList")),
  product: screenModule(() => import("../products/ProductScreen")),
};

const ADDRESSES: readonly (readonly [RegExp, ScreenModule])[] = [
  [/^#?\/?(?:\?.*)?$/, firstScreens.dashboard],
  [/^#\/observations(?:\?.*)?$/, firstScreens.observations],
  [/^#\/observations\/\d+\/show/, firstScreens.observation],
  [/^#\/products(?:\?.*)?$/, firstScreens.products],
  [/^#\/products\/\d+\/show/, firstScreens.product],
];

/**
 * Begins to load the screen of an address beside the application, not after it: the browser can fetch it while it still works on the rest.
 * That it cannot be loaded is told when the screen is shown.
 */
export function preload(hash: string): void {
  const [, screen] = ADDRESSES.find(([address]) => address.test(hash)) ?? [];
  screen?.load().catch(() => undefined);
}
