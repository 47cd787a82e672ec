import { preload } from "./preload";

// Without a session, the login comes first.
if (localStorage.getItem("jwt") !== null) preload(location.hash);
