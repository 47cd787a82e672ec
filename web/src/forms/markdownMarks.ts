/** What the toolbar above a text in Markdown makes of the selection. */
export type Mark = "bold" | "italic" | "code" | "link" | "list";

/** The part of a text to replace, by what, and what is selected afterwards. */
export interface Change {
  from: number;
  to: number;
  text: string;
  selected: readonly [number, number];
}

const AROUND = { bold: "**", italic: "_", code: "`" } as const;
const ADDRESS = "https://";
const BULLET = "- ";

/** The change that puts a mark on the selection, or takes it away again. */
export function change(mark: Mark, text: string, start: number, end: number): Change {
  if (mark === "list") return listed(text, start, end);
  if (mark === "link") return linked(text, start, end);
  const lines = mark === "code" && text.slice(start, end).includes("\n");
  return lines ? fenced(text, start, end) : wrapped(AROUND[mark], text, start, end);
}

function wrapped(sign: string, text: string, start: number, end: number): Change {
  const { length } = sign;
  const chosen = text.slice(start, end);
  if (text.slice(start - length, start) === sign && text.slice(end, end + length) === sign) {
    return { from: start - length, to: end + length, text: chosen, selected: [start - length, end - length] };
  }
  return { from: start, to: end, text: sign + chosen + sign, selected: [start + length, end + length] };
}

/** Code of several lines stands between fences on lines of their own (CommonMark 0.31, 4.5). */
function fenced(text: string, start: number, end: number): Change {
  const before = start === 0 || text[start - 1] === "\n" ? "```\n" : "\n```\n";
  const after = text.slice(start, end).endsWith("\n") ? "```\n" : "\n```\n";
  return { from: start, to: end, text: before + text.slice(start, end) + after, selected: [start + before.length, end + before.length] };
}

/** What was selected becomes the link's text, or its target if it is an address; the other one is what to type next. */
function linked(text: string, start: number, end: number): Change {
  const chosen = text.slice(start, end);
  if (/^https?:\/\/\S+$/.test(chosen)) return { from: start, to: end, text: `[](${chosen})`, selected: [start + 1, start + 1] };
  const address = start + chosen.length + "[](".length;
  return { from: start, to: end, text: `[${chosen}](${ADDRESS})`, selected: [address, address + ADDRESS.length] };
}

/** Whole lines become entries of a list; those that all are entries become lines again. */
function listed(text: string, start: number, end: number): Change {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", Math.max(end - 1, start));
  const to = next === -1 ? text.length : next;
  const lines = text.slice(from, to).split("\n");
  const all = lines.every((line) => line.startsWith(BULLET));
  const replaced = lines.map((line) => (all ? line.slice(BULLET.length) : BULLET + line)).join("\n");
  return { from, to, text: replaced, selected: start === end ? [from + replaced.length, from + replaced.length] : [from, from + replaced.length] };
}
