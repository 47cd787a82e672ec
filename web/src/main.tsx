import "./app/preloadFirst"; // first: what it begins goes on while the rest is evaluated
import "@fontsource-variable/roboto";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { comesFromProvider, finishRenewal, finishSignIn, isRenewing } from "./session/singleSignOn";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no element #root.");
const start = () =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
// The page that waits for a renewal in vain gives up by itself.
if (isRenewing()) finishRenewal().catch(() => undefined);
else if (comesFromProvider()) void finishSignIn().finally(start);
else start();
