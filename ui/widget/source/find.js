// Finds cited words on the page as it was rendered, wherever its markup broke or joined them.

import { fold, words } from "./fold.js";

// Text that is not read as the page's own words.
const SKIPPED = "script,style,noscript,template,textarea,select,svg,resume-assistant";
const MAIN = "main,article,[role=main]";
const ASIDE = "nav,header,footer,aside,[role=navigation],[role=banner],[role=contentinfo]";

/** How much of a quote must stand on the page for its longest part to stand for it. */
const ENOUGH = 0.5;
/** A part of a quote may be this much farther away than it is long: a footnote's sign, a link. */
const GAP = 60;

/**
 * The page's letters and digits in one string, with the place of each.
 *
 * `starts[i]` and `ends[i]` say whether a word may begin or end at character i: no letter stands
 * beside it in its own text node.
 */
export class PageText {
  constructor(root) {
    this.nodes = [];
    this.places = [];
    this.starts = [];
    this.ends = [];
    const folded = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.TEXT_NODE || seen(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
    );
    while (walker.nextNode()) {
      if (walker.currentNode.nodeType === Node.TEXT_NODE) this.#read(walker.currentNode, folded);
    }
    this.text = folded.join("");
  }

  #read(node, folded) {
    let offset = 0;
    let inWord = false;
    for (const character of node.data) {
      const letters = fold(character);
      // What only looks like a break (a soft hyphen, an accent of its own) is none.
      const breaks = !letters && !/[\p{M}\p{Cf}]/u.test(character);
      for (const letter of letters) {
        folded.push(letter);
        this.places.push([node, offset, offset + character.length]);
        this.starts.push(!inWord);
        this.ends.push(false);
        inWord = true;
      }
      if (breaks && inWord) {
        this.ends[this.ends.length - 1] = true;
        inWord = false;
      }
      offset += character.length;
    }
    if (inWord) this.ends[this.ends.length - 1] = true;
  }

  /** Where the needle stands as whole words between two places of the text. */
  *all(needle, from = 0, to = this.text.length) {
    if (!needle) return;
    for (let at = from; (at = this.text.indexOf(needle, at)) >= 0 && at + needle.length <= to; at += 1) {
      if (this.starts[at] && this.ends[at + needle.length - 1]) yield at;
    }
  }

  range(at, length) {
    const range = document.createRange();
    const [first, start] = this.places[at];
    const [last, , end] = this.places[at + length - 1];
    range.setStart(first, start);
    range.setEnd(last, end);
    return range;
  }
}

const seen = (element) => {
  if (element.matches(SKIPPED)) return false;
  // What a closed <details> holds can be shown.
  if (element.closest("details:not([open])")) return true;
  return element.checkVisibility?.({ visibilityProperty: true }) ?? element.getClientRects().length > 0;
};

/**
 * Ranges over the words of a quote, most often one; [] where they are not on the page.
 *
 * `section` is the quote's breadcrumb: of several places, the one below those headings is meant.
 * `whole` refuses parts of the quote.
 */
export const findWords = (quote, section = [], whole = false, root = document.body) => {
  const page = new PageText(root);
  const parts = words(quote);
  const crumbs = section.map((crumb) => words(crumb).join("")).filter(Boolean);
  const needle = parts.join("");
  const at = best(page, [...page.all(needle)], needle.length, crumbs);
  if (at !== undefined) return [page.range(at, needle.length)];
  return whole ? [] : pieces(page, parts, crumbs, 0, page.text.length, needle.length * ENOUGH);
};

/** The longest run of words that is there, and beside it what is there of the rest. */
const pieces = (page, parts, crumbs, from, to, least) => {
  const run = longest(page, parts, from, to);
  if (!run || run.needle.length < least) return [];
  const at = best(page, [...page.all(run.needle, from, to)], run.needle.length, crumbs);
  const end = at + run.needle.length;
  const before = parts.slice(0, run.first);
  const after = parts.slice(run.last);
  const reach = (rest) => rest.join("").length + GAP;
  return [
    ...pieces(page, before, crumbs, Math.max(from, at - reach(before)), at, 2),
    page.range(at, run.needle.length),
    ...pieces(page, after, crumbs, end, Math.min(to, end + reach(after)), 2),
  ];
};

const longest = (page, parts, from, to) => {
  let found = null;
  for (let first = 0; first < parts.length; first += 1) {
    for (let last = first + 1; last <= parts.length; last += 1) {
      const needle = parts.slice(first, last).join("");
      if (found && needle.length <= found.needle.length) continue;
      // Half of a run is there wherever the run is.
      if (page.all(needle, from, to).next().done) {
        if (page.text.indexOf(needle, from) < 0) break;
      } else {
        found = { first, last, needle };
      }
    }
  }
  return found;
};

/** The likeliest of several places: in the page's main part, below the headings of the breadcrumb. */
const best = (page, places, length, crumbs) => {
  const score = (at) => {
    const { parentElement } = page.places[at][0];
    const inMain = parentElement.closest(MAIN) ? 1 : parentElement.closest(ASIDE) ? -1 : 0;
    let below = at + length;
    let near = 0;
    for (const crumb of [...crumbs].reverse()) {
      const before = page.text.lastIndexOf(crumb, below - crumb.length);
      if (before < 0) continue;
      // A heading far above counts less than one just above, and more than none.
      near += 1 + 1 / (1 + (at > before ? at - before : 0));
      below = before;
    }
    return inMain * 100 + near;
  };
  return places.map((at) => [score(at), at]).sort((one, other) => other[0] - one[0] || one[1] - other[1])[0]?.[1];
};
