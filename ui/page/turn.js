// A question and what became of it, as nodes. Everything is text; only `[n]` becomes a button.

import { button, node } from "./dom.js";
import { placeOf } from "./tip.js";

const LABELS = {
  not_in_resume: "Not in the resume",
  declined: "Not a question about the resume",
};

export function questionNode(text) {
  const made = node("div", "question", node("span", "quiet", "You asked: "), text);
  made.dir = "auto";
  return made;
}

// `cite(chip, citation)` is called for each number. `heard` is what a screen reader announces.
export function answerNode(answer, cite) {
  const made = node("div", `answer ${answer.status}`);
  made.dataset.state = answer.status;
  if (LABELS[answer.status]) made.append(node("p", "verdict", LABELS[answer.status]));
  made.append(textNode(answer, cite));
  if (answer.status !== "declined") made.append(copyNode(answer));
  return made;
}

// Words that are still coming; numbers keep the place of the buttons that they will be.
export function partialNode(text) {
  const made = node("p", "said");
  made.dir = "auto";
  for (const part of text.replace(/\s*\[\d*$/, "").split(/(\[\d+\])/)) {
    const number = part.match(/^\[(\d+)\]$/)?.[1];
    made.append(number ? node("span", "chip", number) : part);
  }
  return made;
}

function textNode(answer, cite) {
  const cited = new Map(answer.citations.map((citation) => [citation.number, citation]));
  const made = node("p", "said");
  made.dir = "auto";
  for (const part of answer.answer.split(/(\[\d+\])/)) {
    const citation = cited.get(Number(part.match(/^\[(\d+)\]$/)?.[1]));
    made.append(citation ? chipNode(citation, cite) : part);
  }
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
    copy.textContent = (await copied(asText(answer))) ? "Copied" : "Not copied";
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
