// <resume-assistant>: a panel in the page; with the attribute `launcher`, a button that opens one over it.

import { shades } from "./colour.js";
import { h } from "./dom.js";
import { labels, spoken } from "./labels.js";
import { Memory } from "./memory.js";
import { Talk } from "./talk.js";
import { build } from "./view.js";

const ACCENT = "#1f5eb8";
/** What the accent is written on, as in style.css. */
const GROUNDS = { light: [[255, 255, 255], [242, 244, 247]], dark: [[22, 26, 32], [34, 40, 49]] };
/** A keyboard on the screen takes more of its height than this (pixels); a browser's bars take less. */
const KEYBOARD = 120;

const phone = matchMedia("(max-width: 30em)");
const night = matchMedia("(prefers-color-scheme: dark)");
const everyone = new Set();

/** A launcher stays away while a panel stands in the page itself. */
const arrange = () => {
  const inline = [...everyone].some((each) => !each.launches);
  for (const each of everyone) each.hidden = each.launches && inline;
};

/** The element, over the folder that the script came from and the data- attributes of its tag. */
export const elementOf = (home, defaults) =>
  class extends HTMLElement {
    #view;
    #talk;
    #memory;
    #t;
    #gone;

    get launches() {
      return this.hasAttribute("launcher");
    }

    connectedCallback() {
      this.#gone = new AbortController();
      this.#memory = new Memory(`resume-assistant ${home}`);
      const language = spoken(this.#option("lang") || this.closest("[lang]")?.lang);
      this.#t = labels(language);
      const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      this.#view = build(shadow, this.#t, language, this.launches, this.#option("title"));
      this.#view.greeting.textContent = this.#option("greeting") ?? this.#t("greeting");
      this.#view.root.dataset.position = this.#option("position");
      this.#talk = new Talk(this.#view, this.#t, this.#memory, new URL("api/chat", home), () => this.#aside());
      everyone.add(this);
      arrange();
      this.#paint();
      this.#listen();
      this.#begin();
    }

    disconnectedCallback() {
      this.#gone.abort();
      this.#talk.stop();
      everyone.delete(this);
      arrange();
    }

    #option(name) {
      return this.dataset[name] ?? defaults[name];
    }

    #listen() {
      const { launcher, close, root, panel } = this.#view;
      const { signal } = this.#gone;
      launcher.addEventListener("click", () => this.#open());
      close.addEventListener("click", () => this.#close());
      root.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !this.#talk.chips.hush() && this.launches && !panel.hidden) this.#close();
      });
      // A site's own shortcuts do not see what is typed here.
      for (const type of ["keydown", "keypress", "keyup"]) root.addEventListener(type, (event) => event.stopPropagation());
      night.addEventListener("change", () => this.#paint(), { signal });
      globalThis.visualViewport?.addEventListener("resize", () => this.#fit(), { signal });
      globalThis.visualViewport?.addEventListener("scroll", () => this.#fit(), { signal });
      addEventListener("online", () => this.#talk.online(), { signal });
      // Back from the browser's cache of pages, while the conversation went on elsewhere.
      addEventListener("pageshow", (event) => event.persisted && this.#resume(), { signal });
    }

    #begin() {
      this.#talk.render();
      if (this.hidden) return;
      if (!this.launches) this.#whenSeen(() => this.#show());
      else if (this.#wanted() && !phone.matches) this.#open(false);
      this.#talk.chips.arrive();
    }

    #resume() {
      this.#memory.load();
      this.#talk.render();
    }

    /** Whether the visitor left it open, or else the owner wants it so. */
    #wanted() {
      const option = this.#option("open");
      return this.#memory.open ?? (option !== undefined && option !== "false");
    }

    #whenSeen(then) {
      const seen = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        seen.disconnect();
        then();
      });
      seen.observe(this);
      this.#gone.signal.addEventListener("abort", () => seen.disconnect());
    }

    #open(byVisitor = true) {
      const { launcher, panel, input } = this.#view;
      panel.hidden = false;
      launcher.hidden = true;
      launcher.setAttribute("aria-expanded", "true");
      this.#remember(true);
      this.#show();
      // On a touch screen a focused field brings a keyboard up, over the greeting.
      if (byVisitor) (matchMedia("(pointer: coarse)").matches ? panel : input).focus({ preventScroll: true });
      this.#fit();
    }

    /** What needs the server waits for the panel to be seen. */
    #show() {
      this.#greet();
      this.#talk.goOn();
    }

    #close() {
      const { launcher, panel } = this.#view;
      this.#talk.stop();
      panel.hidden = true;
      launcher.hidden = false;
      launcher.setAttribute("aria-expanded", "false");
      this.#remember(false);
      launcher.focus({ preventScroll: true });
    }

    #remember(open) {
      this.#memory.open = open;
      this.#memory.save();
    }

    /** Make way for words on the page; what still covers it is given back. */
    #aside() {
      const { panel } = this.#view;
      if (this.launches && !phone.matches) return panel.getBoundingClientRect();
      if (this.launches && !panel.hidden) this.#close();
      return undefined;
    }

    /** Title, headline and starter questions, asked for once in a tab. */
    async #greet() {
      const { title, headline, starters } = this.#view;
      const about = (this.#memory.about ??= await this.#about());
      this.#memory.save();
      if (!about) return;
      if (!this.#option("title") && about.name) title.textContent = this.#t("title", about.name);
      headline.textContent = about.headline ?? "";
      const given = this.#option("starters")?.split("|");
      const questions = [].concat(given ?? about.starters ?? []).map((each) => `${each}`.trim()).filter(Boolean);
      starters.replaceChildren(
        ...questions.map((question) => h("button", { type: "button", click: () => this.#talk.ask(question) }, question)),
      );
    }

    async #about() {
      try {
        const response = await fetch(new URL("api/resume", home), { credentials: "omit", signal: this.#gone.signal });
        if (!response.ok) return undefined;
        const { name, headline, starters } = await response.json();
        return { name, headline, starters };
      } catch {
        // Without it the labels' own words greet; asking will tell what is wrong.
        return undefined;
      }
    }

    #paint() {
      const { root } = this.#view;
      const theme = this.#option("theme");
      const dark = theme === "dark" || (theme !== "light" && night.matches);
      root.dataset.theme = dark ? "dark" : "light";
      const colours = shades(this.#option("accent"), dark, GROUNDS[root.dataset.theme], ACCENT);
      for (const [name, colour] of Object.entries(colours)) root.style.setProperty(`--${name}`, colour);
    }

    /** On a phone the panel is as high as what the keyboard leaves of the screen. */
    #fit() {
      const { height, offsetTop, scale } = visualViewport;
      const typing = phone.matches && scale < 1.05 && innerHeight - height > KEYBOARD;
      const { style } = this.#view.panel;
      style.setProperty("--top", typing ? `${offsetTop}px` : "");
      style.setProperty("--height", typing ? `${height}px` : "");
    }
  };
