// Light or dark: as the reader's system has it, unless they chose otherwise here. The choice is kept in this
// browser alone. Runs before the page is drawn, so that it does not flash.
(() => {
  const KEY = "onrecord.light";
  const system = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;

  function chosen() {
    try {
      const kept = localStorage.getItem(KEY);
      return kept === "light" || kept === "dark" ? kept : null;
    } catch {
      return null; // a browser that keeps nothing
    }
  }

  const own = () => (system.matches ? "dark" : "light");
  let now = chosen() ?? own();

  function show() {
    root.dataset.light = now;
    for (const button of document.querySelectorAll("[data-light]:not(html)")) {
      button.hidden = false;
      button.setAttribute("aria-pressed", String(now === "dark"));
    }
  }

  function change() {
    now = now === "dark" ? "light" : "dark";
    try {
      if (now === own()) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, now);
    } catch {
      // it holds for this page
    }
    show();
  }

  show();
  system.addEventListener("change", () => {
    now = chosen() ?? own();
    show();
  });
  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-light]:not(html)")) button.addEventListener("click", change);
    show();
  });
})();
