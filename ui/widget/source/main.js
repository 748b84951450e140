// Runs once a page, from its own script tag: defines the element and puts a launcher on the page.

import { elementOf } from "./element.js";
import { h } from "./dom.js";

const script = document.currentScript ?? document.querySelector('script[src*="/widget.js"]');

if (script && !customElements.get("resume-assistant")) {
  customElements.define("resume-assistant", elementOf(new URL(".", script.src).href, { ...script.dataset }));
  const begin = () => document.body.append(h("resume-assistant", { launcher: true }));
  if (document.body) begin();
  else addEventListener("DOMContentLoaded", begin);
}
