// Gradio puts the page's elements in place; they come to life by themselves. Until then, and without
// scripts, the server's own copy of the page is shown.

import "./chat.js";
import "./sheet.js";

customElements.whenDefined("resume-chat").then(() => {
  const first = document.getElementById("first-sight");
  const ready = () => document.querySelector("resume-chat") && document.querySelector("resume-panel");
  const swap = () => {
    if (!ready()) return false;
    first?.remove();
    document.documentElement.classList.add("ready");
    return true;
  };
  if (swap()) return;
  const watcher = new MutationObserver(() => swap() && watcher.disconnect());
  watcher.observe(document.body, { childList: true, subtree: true });
});
