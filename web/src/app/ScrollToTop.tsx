import { useEffect } from "react";
import { useLocation, useNavigationType } from "react-router-dom";

/** A screen that is gone to begins at its top; going back leaves the place to the browser. */
export function ScrollToTop() {
  const { pathname } = useLocation();
  const back = String(useNavigationType()) === "POP";
  useEffect(() => {
    if (!back) window.scrollTo(0, 0);
  }, [pathname, back]);
  return null;
}
