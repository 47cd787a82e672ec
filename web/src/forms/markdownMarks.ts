/** What the toolbar above a text in Markdown makes of the selection. */
export type Mark = "heading" | "bold" | "italic" | "code" | "list" | "numbers" | "link" | "image" | "table" | "rule";

/** The part of a text to replace, by what, and what is selected afterwards. */
export interface Change {
  from: number;
  to: number;
  text: string;
  selected: readonly [number, number];
}

const AROUND = { bold: "**", italic: "_", code: "`" } as const;
const ADDRESS = "https://";
/** What an entry of a list, of either kind, begins with. */
const ENTRY = /^(?:[-*+]|\d+\.) /;
const BULLET = /^[-*+] /;
const NUMBER = /^\d+\. /;
const DEEPEST_HEADING = 3;
const FIRST_COLUMN = "Column 1";
const TABLE = `| ${FIRST_COLUMN} | Column 2 |\n| --- | --- |\n|  |  |`;
const RULE = "---";

/** The change that puts a mark on the selection, or takes it away again. */
export function change(mark: Mark, text: string, start: number, end: number): Change {
  switch (mark) {
    case "heading":
      return headed(text, start, end);
    case "list":
      return listed(BULLET, () => "- ", text, start, end);
    case "numbers":
      return listed(NUMBER, (index) => `${index + 1}. `, text, start, end);
    case "link":
      return linked("[", text, start, end);
    case "image":
      return linked("![", text, start, end);
    case "table":
      return blockAfter(TABLE, TABLE.indexOf(FIRST_COLUMN), FIRST_COLUMN.length, text, end);
    case "rule":
      return blockAfter(RULE, RULE.length, 0, text, end);
    case "code":
      return text.slice(start, end).includes("\n") ? fenced(text, start, end) : wrapped(AROUND.code, text, start, end);
    default:
      return wrapped(AROUND[mark], text, start, end);
  }
}

/** The lines that the selection touches, as a range of the text. */
function linesAround(text: string, start: number, end: number): [number, number] {
  const next = text.indexOf("\n", Math.max(end - 1, start));
  return [text.lastIndexOf("\n", start - 1) + 1, next === -1 ? text.length : next];
}

/** The line becomes a heading, with each further time one of a lower level, and at last a line again. */
function headed(text: string, start: number, end: number): Change {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const [sign = ""] = /^#{1,6} +/.exec(text.slice(from)) ?? [];
  const level = sign.trimEnd().length;
  const put = level >= DEEPEST_HEADING ? "" : `${"#".repeat(level + 1)} `;
  const moved = (place: number) => Math.max(place - sign.length, from) + put.length;
  return { from, to: from + sign.length, text: put, selected: [moved(start), moved(end)] };
}

/** Something that stands alone is put below the line of the selection. Blank lines part it: below a text, a rule would make that a heading. */
function blockAfter(block: string, chosen: number, length: number, text: string, end: number): Change {
  const next = text.indexOf("\n", end);
  const at = next === -1 ? text.length : next;
  const before = text.slice(0, at);
  const gap = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const place = at + gap.length + chosen;
  return { from: at, to: at, text: `${gap}${block}\n`, selected: [place, place + length] };
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

/** What was selected becomes the text of the link or the image, or its target if it is an address; the other one is what to type next. */
function linked(opening: "[" | "![", text: string, start: number, end: number): Change {
  const chosen = text.slice(start, end);
  if (/^https?:\/\/\S+$/.test(chosen)) return { from: start, to: end, text: `${opening}](${chosen})`, selected: [start + opening.length, start + opening.length] };
  const address = start + opening.length + chosen.length + "](".length;
  return { from: start, to: end, text: `${opening}${chosen}](${ADDRESS})`, selected: [address, address + ADDRESS.length] };
}

/** Whole lines become entries of a list, also those of a list of the other kind; those that all are entries become lines again. */
function listed(own: RegExp, sign: (index: number) => string, text: string, start: number, end: number): Change {
  const [from, to] = linesAround(text, start, end);
  const lines = text.slice(from, to).split("\n");
  const all = lines.every((line) => own.test(line));
  const replaced = lines.map((line, index) => (all ? "" : sign(index)) + line.replace(ENTRY, "")).join("\n");
  return { from, to, text: replaced, selected: start === end ? [from + replaced.length, from + replaced.length] : [from, from + replaced.length] };
}
