// Citations: numbered buttons that show their quote, and lead to where it stands.

import { h } from "./dom.js";
import { isHere, mark, onPage, safe } from "./place.js";

/** How long a page that we came to may take to show its words, and how often we look (milliseconds). */
const ARRIVAL = 4_000;
const LOOK = 250;
/** The card stays so long for a pointer that is on its way to it (milliseconds). */
const LINGER = 200;

let count = 0;

export class Chips {
  #view;
  #t;
  #memory;
  #aside;
  #leaving;

  constructor(view, t, memory, aside) {
    [this.#view, this.#t, this.#memory, this.#aside] = [view, t, memory, aside];
    view.card.addEventListener("pointerenter", () => clearTimeout(this.#leaving));
    view.card.addEventListener("pointerleave", () => this.hush());
    view.scroll.addEventListener("scroll", () => this.hush());
  }

  /** The button of a citation in an answer. */
  chip(citation, answer) {
    const id = `quote-${(count += 1)}`;
    const show = () => this.#card(citation, button);
    const leave = () => (this.#leaving = setTimeout(() => this.hush(), LINGER));
    const button = h(
      "button",
      {
        type: "button",
        class: "chip",
        "aria-label": this.#t("source", citation.number),
        "aria-describedby": id,
        focus: show,
        pointerenter: show,
        blur: leave,
        pointerleave: leave,
        click: (event) => this.#go(citation, answer, event.ctrlKey || event.metaKey),
      },
      h("span", {}, `${citation.number}`),
    );
    // Described and not named by its words: an answer that is read out is not interrupted by them.
    answer.append(h("span", { id, hidden: true }, citation.text));
    return button;
  }

  /** Put the card away; whether there was one. */
  hush() {
    const { card } = this.#view;
    const was = !card.hidden;
    clearTimeout(this.#leaving);
    card.hidden = true;
    return was;
  }

  /** Mark the words that the visitor came to this page for. */
  async arrive() {
    const { next } = this.#memory;
    const address = safe(next?.url);
    if (!address || !isHere(address)) return;
    this.#memory.next = undefined;
    this.#memory.save();
    for (let waited = 0; waited < ARRIVAL; waited += LOOK) {
      const ranges = onPage(next);
      if (ranges.length) return this.#mark(ranges);
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
  }

  #card({ text, section }, button) {
    const { card, panel } = this.#view;
    clearTimeout(this.#leaving);
    card.replaceChildren(...quoted(text, section));
    card.hidden = false;
    const [around, at] = [panel.getBoundingClientRect(), button.getBoundingClientRect()];
    const below = at.bottom + 6 - around.top;
    const fits = below + card.offsetHeight < around.height;
    card.style.top = `${fits ? below : Math.max(6, at.top - 6 - around.top - card.offsetHeight)}px`;
  }

  #go(citation, answer, apart) {
    const ranges = onPage(citation);
    const address = safe(citation.url);
    this.hush();
    if (ranges.length) this.#mark(ranges);
    else if (!address || isHere(address)) this.#quote(citation, answer);
    else if (apart || address.origin !== location.origin) open(address, "_blank", "noopener");
    else this.#follow(citation, address);
  }

  #mark(ranges) {
    mark(ranges, this.#aside());
    this.#view.status.textContent = this.#t("marked");
  }

  /** To the resume's page, where this widget finds the words again, better than a text fragment does. */
  #follow({ text, section, url }, address) {
    this.#memory.next = { text, section, url };
    this.#aside();
    this.#memory.save();
    location.assign(address);
  }

  #quote({ number, text, section }, answer) {
    const there = answer.querySelector(`[data-quote="${number}"]`);
    if (there) there.remove();
    else answer.append(h("blockquote", { "data-quote": number }, ...quoted(text, section)));
  }
}

const quoted = (text, section = []) => [h("small", {}, section.join(" › ")), h("span", {}, text)];
