// The pages of a PDF as pictures: puts boxes around the words of a citation.

import { button, node } from "./dom.js";

export class Printed {
  #shown = []; // the boxed words of the citation, an element a page

  // `toText()` leads from a page to the same words in the text; `failed()` is called where the
  // picture that is shown cannot be had.
  constructor(panel, { toText, failed }) {
    this.leaves = [...panel.querySelectorAll(".leaf")];
    this.toText = toText;
    for (const leaf of this.leaves) {
      const picture = leaf.querySelector("img");
      const lost = () => {
        leaf.hidden = true;
        if (leaf.contains(this.#shown[0] ?? null)) failed();
      };
      if (picture.complete && !picture.naturalWidth) lost();
      picture.addEventListener("error", lost);
    }
  }

  // The elements that hold the boxes, in the order of the pages.
  show({ text, source }) {
    this.#shown = this.leaves
      .filter((leaf) => leaf.dataset.file === source.file && !leaf.hidden)
      .flatMap((leaf) => {
        const boxes = (source.boxes ?? []).filter(({ page }) => String(page) === leaf.dataset.page);
        return boxes.length ? [this.#onLeaf(leaf, boxes, text)] : [];
      });
    return this.#shown;
  }

  clear() {
    for (const each of this.#shown) {
      each.closest(".leaf").querySelector(".said").remove();
      each.remove();
    }
    this.#shown = [];
  }

  #onLeaf(leaf, boxes, text) {
    const where = leaf.querySelector("figcaption");
    const cited = node("div", "boxes", ...boxes.map((box) => boxNode(box, leaf)));
    cited.role = "img";
    cited.ariaLabel = `${where.textContent}, cited: “${text}”`;
    leaf.querySelector(".print").append(cited);
    const quote = node("q", "", text);
    quote.dir = "auto";
    where.append(node("span", "said", quote, button("", "Show in the text", this.toText)));
    return cited;
  }
}

// Shares of the page, so that the box stays on its words however large the picture is shown.
function boxNode({ left, top, width, height }, leaf) {
  const [across, down] = leaf.dataset.size.split(" ").map(Number);
  const box = node("span", "around");
  const share = (part, whole) => `${((100 * part) / whole).toFixed(3)}%`;
  box.style.left = share(left, across);
  box.style.top = share(top, down);
  box.style.width = share(width, across);
  box.style.height = share(height, down);
  return box;
}
