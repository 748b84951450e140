// An answer as nodes: its text, its citations as buttons, addresses as links.

import { h } from "./dom.js";

/** A citation's marker with the word before it and what ends the sentence; or an address. */
const TOKEN = /([^\s[\]]{0,20})\s*\[(\d+)\]([.,;:!?)]*)|https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Text while it is being written: markers are left out until their citations are known. */
export const unmarked = (text) => text.replace(/\s*\[\d*(\]|$)/g, "");

/** A paragraph a line; `chip` makes the button of a citation. Markers without a citation are not shown. */
export const paragraphs = (text, citations, chip) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim())
    .map((line) => h("p", {}, ...inline(line, citations, chip)));

function* inline(line, citations, chip) {
  let at = 0;
  for (const match of line.matchAll(TOKEN)) {
    yield line.slice(at, match.index);
    at = match.index + match[0].length;
    const [, word, marker, end] = match;
    if (marker) {
      const citation = citations.find(({ number }) => number === +marker);
      const chips = citation ? [chip(citation)] : [];
      // None of them begins a line without the others.
      yield h("span", { class: "cited" }, ...inline(word, citations, chip), ...chips, end);
    } else {
      yield link(match[0]);
    }
  }
  yield line.slice(at);
}

const link = (address) =>
  h(
    "a",
    { href: /^http/.test(address) ? address : `mailto:${address}`, target: "_blank", rel: "noopener noreferrer" },
    address,
  );
