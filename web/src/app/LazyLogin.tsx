import { lazy, Suspense } from "react";

const LoginPage = lazy(() => import("./LoginPage"));

/** The login has inputs, which most screens do without: who is signed in already does not load it. */
export function LazyLogin() {
  return (
    <Suspense>
      <LoginPage />
    </Suspense>
  );
}
