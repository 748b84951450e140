// The widget's own nodes, in a shadow root.

import { h, icon } from "./dom.js";
import { STYLE } from "./style.js";

let sheet;

/** The parts of a panel, and of a launcher where it `launches`; `t` gives labels. */
export const build = (shadow, t, language, launches, title) => {
  const button = (name, attributes, ...more) =>
    h("button", { type: "button", title: t(name), "aria-label": t(name), ...attributes }, icon(name), ...more);
  const view = {
    launcher: button(
      "ask",
      { class: "launcher", title: undefined, "aria-label": undefined, "aria-haspopup": "dialog", "aria-expanded": "false", "aria-controls": "panel" },
      h("span", {}, title || t("open")),
    ),
    title: h("p", { class: "title", id: "title" }, title || t("open")),
    headline: h("p", { class: "headline" }),
    clear: button("clear", { class: "icon", hidden: true }),
    close: button("close", { class: "icon", hidden: !launches }),
    greeting: h("p", { class: "greeting" }),
    starters: h("div", { class: "starters" }),
    log: h("div", { role: "log" }),
    // Seen while it is written; read out once, from the log, when it is whole.
    live: h("div", { class: "live", "aria-hidden": "true", hidden: true }),
    status: h("p", { class: "sr", role: "status" }),
    card: h("div", { class: "card", "aria-hidden": "true", hidden: true }),
    input: h("textarea", { rows: 1, "aria-label": t("ask"), placeholder: t("ask"), autocomplete: "off", enterkeyhint: "send" }),
    send: button("send", { type: "submit", class: "send" }),
  };
  const { launcher, title: heading, headline, clear, close, greeting, starters, log, live, status, card, input, send } = view;
  view.scroll = h("div", { class: "scroll", tabindex: 0, role: "group", "aria-labelledby": "title" }, greeting, starters, log, live);
  view.form = h("form", {}, input, send);
  const parts = [h("header", {}, h("div", {}, heading, headline), clear, close), view.scroll, view.form, status, card];
  const role = !launches ? { role: "group" } : { role: "dialog", "aria-modal": "false", hidden: true };
  view.panel = h("div", { class: "panel", id: "panel", tabindex: -1, "aria-labelledby": "title", ...role }, ...parts);
  view.root = h("section", { class: "root", "aria-label": t("open"), lang: language });
  view.root.append(...(launches ? [launcher] : []), view.panel);
  shadow.replaceChildren(view.root);
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(STYLE);
  shadow.adoptedStyleSheets = [sheet];
  return view;
};

/** The button that sends also stops. */
export const sending = ({ send }, t, busy) => {
  const name = busy ? "stop" : "send";
  send.replaceChildren(icon(name));
  send.title = t(name);
  send.setAttribute("aria-label", t(name));
};
