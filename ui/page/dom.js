// Nodes by name, class and children. Strings become text, never markup.

export function node(tag, css = "", ...children) {
  const made = document.createElement(tag);
  if (css) made.className = css;
  made.append(...children);
  return made;
}

export function button(css, label, press) {
  const made = node("button", css, label);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
