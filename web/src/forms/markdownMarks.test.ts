import { describe, expect, it } from "vitest";
import { change, type Mark } from "./markdownMarks";

/** Applies a mark to a text whose selection stands between bars, and shows the result in the same way. */
function marked(mark: Mark, shown: string): string {
  const start = shown.indexOf("|");
  const end = shown.lastIndexOf("|");
  const text = shown.replaceAll("|", "");
  const { from, to, text: put, selected } = change(mark, text, start, start === end ? start : end - 1);
  const result = text.slice(0, from) + put + text.slice(to);
  const [first, last] = selected;
  return first === last ? `${result.slice(0, first)}|${result.slice(first)}` : `${result.slice(0, first)}|${result.slice(first, last)}|${result.slice(last)}`;
}

describe("change", () => {
  it.each<[Mark, string, string]>([
    ["bold", "a |word| here", "a **|word|** here"],
    ["bold", "a **|word|** here", "a |word| here"],
    ["bold", "|", "**|**"],
    ["italic", "a |word|", "a _|word|_"],
    ["code", "call |f()|", "call `|f()|`"],
    ["code", "see |a\nb|", "see \n```\n|a\nb|\n```\n"],
    ["code", "|a\nb\n|c", "```\n|a\nb\n|```\nc"],
    ["link", "the |advisory|", "the [advisory](|https://|)"],
    ["link", "|https://example.com/a|", "[|](https://example.com/a)"],
    ["link", "|", "[](|https://|)"],
    ["list", "one\nt|wo", "one\n- two|"],
    ["list", "|one\ntwo|\nthree", "|- one\n- two|\nthree"],
    ["list", "|- one\n- two|", "|one\ntwo|"],
    ["list", "|one\n|two", "|- one|\ntwo"],
    ["list", "|", "- |"],
    ["list", "|1. one\n2. two|", "|- one\n- two|"],
    ["numbers", "|one\ntwo|", "|1. one\n2. two|"],
    ["numbers", "|- one\n- two|", "|1. one\n2. two|"],
    ["numbers", "|1. one\n2. two|", "|one\ntwo|"],
    ["heading", "a\nti|tl|e", "a\n# ti|tl|e"],
    ["heading", "## title|", "### title|"],
    ["heading", "### |title|", "|title|"],
    ["heading", "#|## title", "|title"],
    ["heading", "|", "# |"],
    ["image", "the |picture|", "the ![picture](|https://|)"],
    ["image", "|https://example.com/a.png|", "![|](https://example.com/a.png)"],
    ["rule", "one| line\nnext", "one line\n\n---|\n\nnext"],
    ["rule", "|", "---|\n"],
    ["rule", "one\n\n|", "one\n\n---|\n"],
    ["table", "text|", "text\n\n| |Column 1| | Column 2 |\n| --- | --- |\n|  |  |\n"],
  ])("%s: %j becomes %j", (mark, before, after) => {
    expect(marked(mark, before)).toBe(after);
  });
});
