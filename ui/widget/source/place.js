// Shows cited words where they stand on the page.

import { findWords } from "./find.js";

const NAME = "resume-assistant";
/** Readable in either theme of any site: nearly black on yellow. */
const MARKED = `::highlight(${NAME}){background-color:#ffe27a;color:#1b1b1b}`;
/** How far down the window the words are brought, as a share of what is free. */
const HEIGHT = 0.38;
/** Words of this many letters and more are not on another page by chance. */
const TELLING = 12;

let marker;

/** An address that may be opened; undefined for none and for those that could run a script. */
export const safe = (url) => {
  try {
    const address = new URL(url ?? "", url ? location : undefined);
    return /^https?:$/.test(address.protocol) ? address : undefined;
  } catch {
    return undefined;
  }
};

/** Whether an address is that of the page we are on, written one way or the other. */
export const isHere = (address) => {
  const bare = ({ origin, pathname }) => origin + pathname.replace(/(index)?(\.html?)?$/, "").replace(/\/$/, "");
  return bare(address) === bare(location);
};

/**
 * Ranges over the cited words on this page.
 *
 * Where the resume is on another page, only all of the words together will do, and no few letters.
 */
export const onPage = ({ text, section, url }) => {
  const address = safe(url);
  const elsewhere = Boolean(address) && !isHere(address);
  return elsewhere && text.length < TELLING ? [] : findWords(text, section, elsewhere);
};

export const unmark = () => globalThis.CSS?.highlights?.delete(NAME);

/** Mark ranges without touching the page's nodes, and bring them into view beside what `covers` it. */
export const mark = (ranges, covers) => {
  const holder = ranges[0].startContainer.parentElement;
  for (let box = holder.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  if (CSS.highlights) {
    if (!marker) (marker = new CSSStyleSheet()).replaceSync(MARKED);
    if (!document.adoptedStyleSheets.includes(marker)) document.adoptedStyleSheets.push(marker);
    CSS.highlights.set(NAME, new Highlight(...ranges));
  } else {
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(ranges[0]);
  }
  bring(ranges[0], holder, covers);
};

const bring = (range, holder, covers) => {
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  if (scrolls(holder)) return holder.scrollIntoView({ block: "center", behavior });
  const words = range.getBoundingClientRect();
  const beside = !covers || covers.left >= words.right || covers.right <= words.left;
  const free = beside ? innerHeight : Math.max(covers.top, innerHeight * 0.4);
  scrollBy({ top: words.top + Math.min(words.height, free) / 2 - free * HEIGHT, behavior });
};

/** Whether a part of the page scrolls on its own around the element. */
const scrolls = (element) => {
  for (let box = element; box && box !== document.body && box !== document.documentElement; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) return true;
  }
  return false;
};
