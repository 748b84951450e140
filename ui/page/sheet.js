// The resume beside the conversation: finds the words of a citation, marks and shows them, in the
// picture of the page where there is one.

import { still } from "./dom.js";
import { Printed } from "./printed.js";

const MARK = "cited";
const FOOT = 80; // px for the way back, which stands before what is shown
const WORD = /[\p{L}\p{N}]/u;

class ResumePanel extends HTMLElement {
  #cited = null; // the element of the text that the words are in
  #shown = null; // what was brought into view: that, or the words in a picture of the page
  #from = null; // where it was asked for: `back()` leads there, `end()` says that it is over
  #marks = [];

  connectedCallback() {
    this.return = this.querySelector(".return");
    this.return.firstElementChild.addEventListener("click", () => this.goBack());
    this.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#from) this.goBack();
    });
    const toText = () => this.#reveal(this.#cited);
    this.printed = new Printed(this, { toText, failed: toText });
  }

  // Marks the words, brings them into view and gives them the focus.
  show(citation, from) {
    this.clear();
    const ranges = find(citation, this);
    if (!ranges.length) {
      from.end();
      return;
    }
    this.#mark(ranges);
    this.#cited = ranges[0].startContainer.parentElement.closest("[data-lines]");
    this.#from = from;
    this.return.hidden = false;
    const [printed] = this.printed.show(citation);
    this.#reveal(printed ?? this.#cited, printed && mostOf(printed));
  }

  // Gives the focus to an element, and brings it or a part of it into view.
  #reveal(element, part) {
    this.#conceal();
    this.#shown = element;
    element.classList.add("shown");
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    (part ?? element).scrollIntoView({ block: "center", behavior: still() ? "instant" : "smooth" });
  }

  #conceal() {
    this.#shown?.classList.remove("shown");
    this.#shown?.removeAttribute("tabindex");
    this.#shown = null;
  }

  goBack() {
    const from = this.#from;
    this.clear();
    from?.back();
  }

  clear() {
    globalThis.CSS?.highlights?.delete(MARK);
    for (const mark of this.#marks) mark.replaceWith(...mark.childNodes);
    this.#marks = [];
    this.#conceal();
    this.printed.clear();
    this.#cited?.parentElement.normalize();
    this.#from?.end();
    this.#cited = this.#from = null;
    this.return.hidden = true;
  }

  #mark(ranges) {
    if (globalThis.CSS?.highlights && globalThis.Highlight) {
      CSS.highlights.set(MARK, new Highlight(...ranges));
      return;
    }
    // Browsers without the Custom Highlight API: an element around each piece of text.
    for (const range of ranges) this.#marks.push(...wrapped(range));
  }
}

// The page with its words below, on screens where that can be seen whole; else the first box.
function mostOf(boxes) {
  const leaf = boxes.closest(".leaf");
  const room = Math.min(innerHeight, leaf.closest(".panel").clientHeight) - 2 * FOOT;
  return leaf.offsetHeight <= room ? leaf : boxes.firstElementChild;
}

// The ranges of the words of a citation, exactly as long as they are; [] if they are not there.
export function find(citation, sheet) {
  const wanted = folded(citation.text);
  const near = beside(citation, sheet);
  const texts = near.map((element) => textOf(element));
  const whole = texts.find((text) => text.folded === wanted);
  if (whole) return [whole.range(0, wanted.length)];
  for (const text of texts) {
    const at = indexOfWords(text.folded, wanted);
    if (at >= 0) return [text.range(at, at + wanted.length)];
  }
  // Dates of JSON stand in two fields: words of several elements.
  const parts = texts.filter((text) => text.folded && wanted.includes(text.folded));
  const found = parts.length ? parts : texts.slice(0, 1);
  return found.map((text) => text.range(0, text.folded.length));
}

// The elements on the citation's lines; of those, the ones of its section and entry, if any.
function beside({ source, section }, sheet) {
  const onLines = [...sheet.querySelectorAll("[data-lines]")].filter(({ dataset }) => {
    const [first, last = first] = dataset.lines.split("-").map(Number);
    const inFile = !dataset.file || dataset.file === source.file;
    return inFile && first <= source.end_line && last >= source.start_line;
  });
  const place = section.join(" > ");
  const there = onLines.filter((each) => each.closest("[data-place]").dataset.place === place);
  return there.length ? [...there, ...onLines.filter((each) => !there.includes(each))] : onLines;
}

const folded = (text) => text.trim().replace(/\s+/g, " ");

// The text of an element with white space folded, and ranges by offsets into that.
function textOf(element) {
  const places = [];
  let text = "";
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    [...walker.currentNode.data].reduce((at, char) => {
      const space = /\s/.test(char);
      if (!space || (text && !text.endsWith(" "))) {
        text += space ? " " : char;
        for (let unit = 0; unit < char.length; unit++) places.push([walker.currentNode, at + unit]);
      }
      return at + char.length;
    }, 0);
  }
  return {
    folded: text.trimEnd(),
    range(start, end) {
      const range = document.createRange();
      range.setStart(...places[start]);
      const [last, at] = places[end - 1];
      range.setEnd(last, at + 1);
      return range;
    },
  };
}

// Where the words stand as words, not within others ("Go" in "Google, Go"); else where they stand.
function indexOfWords(text, wanted) {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const cut = (edge, inside) => WORD.test(text[edge] ?? "") && WORD.test(wanted.at(inside));
    if (!cut(at - 1, 0) && !cut(at + wanted.length, -1)) return at;
  }
  return text.indexOf(wanted);
}

function wrapped(range) {
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let each = walker.currentNode; each; each = walker.nextNode()) {
    if (each.nodeType === Node.TEXT_NODE && range.intersectsNode(each)) nodes.push(each);
  }
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return nodes.map((text) => {
    const end = text === endContainer ? endOffset : text.length;
    const start = text === startContainer ? startOffset : 0;
    text.splitText(end);
    const mark = document.createElement("mark");
    const middle = text.splitText(start);
    middle.replaceWith(mark);
    mark.append(middle);
    return mark;
  });
}

customElements.define("resume-panel", ResumePanel);
