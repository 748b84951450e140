// Finds cited words on the page as it was rendered, wherever its markup broke or joined them.

import { fold, words } from "./fold.js";

// Text that is not read as the page's own words.
const SKIPPED = "script,style,noscript,template,textarea,select,svg,resume-assistant";
const MAIN = "main,article,[role=main]";
const BESIDE = "nav,aside,[role=navigation],[role=complementary]";
const AROUND = "header,footer,[role=banner],[role=contentinfo]";

/** Shares of a quote's letters that must stand on the page: all parts together, and the longest. */
const ENOUGH = 0.5;
const LONGEST = 0.25;
/** So many letters may stand between two parts of a quote: a footnote's sign, a link, a label. */
const GAP = 60;
/** What a heading that is nowhere above costs: as if it stood a million letters away. */
const MISSING = 14;

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

  /** What stands there; with the signs around it where the quote has some, too ("C++", a full stop). */
  range(at, length, quote = "") {
    const range = document.createRange();
    const [first, start] = this.places[at];
    const [last, , end] = this.places[at + length - 1];
    const before = /^[^\p{L}\p{N}]/u.test(quote) ? /[^\s\p{L}\p{N}]*$/u.exec(first.data.slice(0, start))[0] : "";
    const after = /[^\p{L}\p{N}]$/u.test(quote) ? /^[^\s\p{L}\p{N}]*/u.exec(last.data.slice(end))[0] : "";
    range.setStart(first, start - before.length);
    range.setEnd(last, end + after.length);
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
  if (at !== undefined) return [page.range(at, needle.length, quote.trim())];
  const found = whole ? [] : pieces(page, parts, crumbs, 0, page.text.length, needle.length * LONGEST);
  const letters = found.reduce((sum, [, length]) => sum + length, 0);
  return letters < needle.length * ENOUGH ? [] : found.map(([from, length]) => page.range(from, length));
};

/** The longest run of words that is there, and beside it what is there of the rest: places and lengths. */
const pieces = (page, parts, crumbs, from, to, least) => {
  const run = longest(page, parts, from, to);
  const length = run?.needle.length;
  if (!run || length < least) return [];
  const at = best(page, [...page.all(run.needle, from, to)], length, crumbs);
  const before = parts.slice(0, run.first);
  const after = parts.slice(run.last);
  const reach = (rest) => rest.join("").length + GAP;
  return [
    ...pieces(page, before, crumbs, Math.max(from, at - reach(before)), at, 2),
    [at, length],
    ...pieces(page, after, crumbs, at + length, Math.min(to, at + length + reach(after)), 2),
  ];
};

const longest = (page, parts, from, to) => {
  let found;
  for (let first = 0; first < parts.length; first += 1) {
    for (let last = first + 1; last <= parts.length; last += 1) {
      const needle = parts.slice(first, last).join("");
      if (needle.length <= (found?.needle.length ?? 0)) continue;
      if (!page.all(needle, from, to).next().done) found = { first, last, needle };
      // A longer run is not there either, unless this one only ends within a word.
      else if (page.text.indexOf(needle, from) < 0) break;
    }
  }
  return found;
};

/** The likeliest of several places: in the page's main part, below the headings of the breadcrumb. */
const best = (page, places, length, crumbs) => {
  const score = (at) => {
    const element = page.places[at][0].parentElement;
    let likely = element.closest(BESIDE) ? -1 : element.closest(MAIN) ? 1 : element.closest(AROUND) ? -1 : 0;
    likely *= 1000;
    // From the innermost heading outwards, each above the last; one just above counts most. A quote
    // may be a heading itself.
    let below = at + length;
    for (const crumb of crumbs.toReversed()) {
      const above = page.text.lastIndexOf(crumb, below - crumb.length);
      if (below < crumb.length || above < 0) likely -= MISSING;
      else {
        likely -= Math.log(1 + Math.max(0, at - above));
        below = above;
      }
    }
    return likely;
  };
  const scored = places.map((at) => [score(at), at]);
  return scored.sort(([one, at], [other, place]) => other - one || at - place)[0]?.[1];
};
