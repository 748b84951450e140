"use strict";

const find = (id) => document.getElementById(id);
const own = document.querySelector("script[integrity]");
const form = find("options");
const home = new URL(".", own.src).href;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** The options that are chosen; what is left empty is left out. */
const chosen = () => [...new FormData(form)].filter(([, value]) => value);

const tag = () => {
  const pin = find("pin").checked;
  const pinned = `"\n  integrity="${own.integrity}" crossorigin="anonymous"`;
  const options = chosen().map(([name, value]) => `\n  data-${name}="${escaped(value)}"`);
  return [
    `<script defer src="${pin ? own.src + pinned : `${home}widget.js"`}${options.join("")}></script>`,
    ...(find("inline").checked ? ["<resume-assistant></resume-assistant>"] : []),
    `<noscript><a href="${home}">Ask about this resume</a></noscript>`,
  ].join("\n");
};

/** An element reads its options when it is put on the page: so it is put there anew. */
const show = () => {
  find("tag").textContent = tag();
  find("copied").textContent = "";
  find("preview").hidden = !find("inline").checked;
  document.querySelector("resume-assistant:not([launcher])")?.remove();
  if (find("inline").checked) find("preview").append(document.createElement("resume-assistant"));
  for (const element of document.querySelectorAll("resume-assistant")) {
    for (const name of Object.keys(element.dataset)) delete element.dataset[name];
    for (const [name, value] of chosen()) element.dataset[name] = value;
    element.parentNode.append(element);
  }
};

find("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(tag());
    find("copied").textContent = "Copied.";
  } catch {
    // A browser that does not let us: the text is marked, to be copied by hand.
    getSelection().selectAllChildren(find("tag"));
    find("copied").textContent = "Press Ctrl+C to copy.";
  }
});
for (const control of [form, find("pin"), find("inline")]) control.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
find("policy").textContent = `script-src ${new URL(home).origin}; connect-src ${new URL(home).origin}`;
show();
