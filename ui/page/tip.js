// The quote behind a citation, shown beside its number while that is hovered or has the focus.
// Screen readers have it from the number's name already.

import { node } from "./dom.js";

const GAP = 6;
const LINGER = 150; // ms to reach the quote with the pointer

export class Tip {
  #timer = 0;
  #chip = null;

  constructor(host) {
    this.where = node("p", "where");
    this.quote = node("p", "quote");
    this.box = node("div", "tip", this.where, this.quote);
    this.box.ariaHidden = "true";
    this.box.hidden = true;
    this.box.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    this.box.addEventListener("pointerleave", () => this.hide());
    host.append(this.box);
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.hide());
    document.addEventListener("scroll", () => this.#place(), { capture: true, passive: true });
  }

  watch(chip, citation) {
    chip.addEventListener("pointerenter", ({ pointerType }) => {
      if (pointerType === "mouse") this.show(chip, citation);
    });
    chip.addEventListener("pointerleave", () => {
      this.#timer = setTimeout(() => this.hide(), LINGER);
    });
    chip.addEventListener("focus", () => {
      if (chip.matches(":focus-visible")) this.show(chip, citation);
    });
    chip.addEventListener("blur", () => this.hide());
  }

  show(chip, citation) {
    clearTimeout(this.#timer);
    this.where.textContent = placeOf(citation);
    this.quote.textContent = `“${citation.text}”`;
    this.box.hidden = false;
    this.#chip = chip;
    this.#place();
  }

  hide() {
    clearTimeout(this.#timer);
    this.box.hidden = true;
  }

  // Above the number if there is room, else below it.
  #place() {
    if (this.box.hidden) return;
    const at = this.#chip.getBoundingClientRect();
    const { width, height } = this.box.getBoundingClientRect();
    const left = Math.min(Math.max(GAP, at.left - 12), innerWidth - width - GAP);
    const above = at.top - height - GAP;
    const top = above >= GAP ? above : at.bottom + GAP;
    this.box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }
}

// "Experience › Tern Airways, line 17"; where there are pages, lines mean nothing to a reader.
export function placeOf({ section, source: { page, start_line: first, end_line: last } }) {
  const lines = first === last ? `line ${first}` : `lines ${first} to ${last}`;
  return [section.join(" › "), page ? `page ${page}` : lines].filter(Boolean).join(", ");
}
