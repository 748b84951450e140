// A question and what became of it, as nodes. Everything is text; only `[n]` becomes a button.

import { button, node } from "./dom.js";
import { placeOf } from "./tip.js";

const LABELS = {
  not_in_resume: "Not in the resume",
  declined: "Not a question about the resume",
};

const CITED = /( *)((?:\[\d+\])+)([.,;:!?…)\]”’»]*)/g;
const NO_BREAK = "\u00a0";

export function questionNode(text) {
  const made = node("div", "question", node("span", "quiet", "You asked: "), text);
  made.dir = "auto";
  return made;
}

// `cite(chip, citation)` is called for each number.
export function answerNode(answer, cite) {
  const made = node("div", `answer ${answer.status}`);
  made.dataset.state = answer.status;
  if (LABELS[answer.status]) made.append(node("p", "verdict", LABELS[answer.status]));
  made.append(citedNode(answer, cite));
  if (answer.status !== "declined") made.append(copyNode(answer));
  return made;
}

// Words that are still coming; numbers keep the place of the buttons that they will be.
export function partialNode(text) {
  const whole = text.replace(/\s*\[\d*$/, ""); // not half a number
  return textNode(whole, (number) => node("span", "chip", number));
}

function citedNode(answer, cite) {
  const cited = new Map(answer.citations.map((citation) => [String(citation.number), citation]));
  return textNode(answer.answer, (number) =>
    cited.has(number) ? chipNode(cited.get(number), cite) : `[${number}]`,
  );
}

// The text with what `chip` makes of each `[n]`. Numbers stay on the line of the word that they
// follow and of the sign that follows them.
function textNode(text, chip) {
  const made = node("p", "said");
  made.dir = "auto";
  let at = 0;
  for (const { 0: found, 1: space, 2: numbers, 3: signs, index } of text.matchAll(CITED)) {
    const chips = numbers.match(/\d+/g).map((number) => chip(number));
    const last = node("span", "together", chips.pop(), signs);
    made.append(text.slice(at, index), space && NO_BREAK, ...chips, last);
    at = index + found.length;
  }
  made.append(text.slice(at));
  return made;
}

function chipNode(citation, cite) {
  const chip = node("button", "chip", String(citation.number));
  chip.type = "button";
  chip.ariaLabel = `${citation.number}, source: “${citation.text}”, ${placeOf(citation)}`;
  cite(chip, citation);
  return chip;
}

function copyNode(answer) {
  const copy = button("copy", "Copy", async () => {
    const became = (await copied(asText(answer))) ? "Copied" : "Not copied";
    copy.textContent = became;
    copy.dispatchEvent(new CustomEvent("heard", { detail: became, bubbles: true }));
    setTimeout(() => (copy.textContent = "Copy"), 2000);
  });
  copy.ariaLabel = "Copy this answer and its sources";
  return node("p", "tools", copy);
}

function asText(answer) {
  const sources = answer.citations.map(
    (each) => `[${each.number}] “${each.text}” (${placeOf(each)})`,
  );
  return [answer.answer, sources.join("\n")].filter(Boolean).join("\n\n");
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedTheOldWay(text); // pages that are not served over https
  }
}

function copiedTheOldWay(text) {
  const area = node("textarea", "quiet");
  area.value = text;
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  focused?.focus();
  return done;
}
