import polyglotI18nProvider from "ra-i18n-polyglot";
import { english } from "./en";

/** One language so far; another one is another catalogue. Names that the API delivers are their own text. */
export const i18nProvider = polyglotI18nProvider(() => english, "en", [{ locale: "en", name: "English" }], { allowMissing: true });
