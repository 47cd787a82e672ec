export default function noExport() {
  throw new Error("The server exports lists, not the browser.");
}
