// Comfort while reading an article: text and margin point at each other, and j and k go from statement to
// statement. All of it can be had without: the numbers are links, the notes unfold by themselves.
const LINE = 0.4; // of the window's height: where somebody reads
const KEY = "onrecord.keys";

const text = document.querySelector("article.text");
const references = [...text.querySelectorAll("a.ref")];
const number = (place) => place?.closest("[data-s]")?.dataset.s ?? place?.closest("a.ref")?.dataset.n ?? null;
const note = (n) => text.querySelector(`.notes li[data-s="${n}"]`);

// Whatever belongs to one statement is lit together.
let lit = null;
function light(n) {
  if (n === lit) return;
  for (const one of text.querySelectorAll(".lit")) one.classList.remove("lit");
  lit = n;
  if (n === null) return;
  for (const one of text.querySelectorAll(`[data-s="${n}"], a.ref[data-n="${n}"]`)) one.classList.add("lit");
}
text.addEventListener("pointerover", (event) => light(number(event.target)));
text.addEventListener("pointerleave", () => light(number(document.activeElement)));
text.addEventListener("focusin", (event) => light(number(event.target)));
text.addEventListener("focusout", () => light(null));

// Where one is: the last statement that began above the line of reading.
let at = -1;
function mark(index) {
  if (index === at) return;
  if (at >= 0) note(references[at].dataset.n)?.classList.remove("here");
  at = index;
  if (at >= 0) note(references[at].dataset.n)?.classList.add("here");
}
function follow() {
  const line = innerHeight * LINE;
  mark(references.findLastIndex((one) => one.getBoundingClientRect().top <= line));
}
let waiting = false;
addEventListener("scroll", () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    follow();
  });
}, { passive: true });
follow();

function go(step) {
  const focused = references.indexOf(document.activeElement);
  const from = focused >= 0 ? focused : at;
  const to = references[Math.min(Math.max(from + step, 0), references.length - 1)];
  if (!to) return;
  to.scrollIntoView({ block: "center" });
  to.focus({ preventScroll: true });
}

// Single keys are a nuisance to who dictates, so they can be switched off.
const keys = document.getElementById("keys");
document.querySelector("[data-keys-switch]").hidden = references.length === 0;
try {
  keys.checked = localStorage.getItem(KEY) !== "off";
} catch {
  // a browser that keeps nothing
}
keys.addEventListener("change", () => {
  try {
    if (keys.checked) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // it holds for this page
  }
});
const marks = document.getElementById("marks");
document.addEventListener("keydown", (event) => {
  const writes = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (!keys.checked || !marks.checked || writes || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") go(1);
  if (event.key === "k") go(-1);
});
