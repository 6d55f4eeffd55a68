// Keys for reviewers, names as one types, and the help. Without a script the same buttons, links and forms are there.
const KEY = "onrecord.keys";
const PAUSE = 150; // milliseconds: how long somebody waits before names are looked up

const help = document.getElementById("keys");
const fix = document.getElementById("fix");
const switchOn = help.querySelector("[data-keys-on]");

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // a browser that keeps nothing
  }
}

function store(value) {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // then it holds for this page
  }
}

function show(on) {
  switchOn.checked = on;
  document.documentElement.classList.toggle("keys", on);
}

show(stored() !== "off");
switchOn.addEventListener("change", () => {
  store(switchOn.checked ? "on" : "off");
  show(switchOn.checked);
});
for (const one of document.querySelectorAll(".with-script")) one.hidden = false;
document.querySelector("[data-help]")?.addEventListener("click", () => help.showModal());

const isField = (element) => element.matches("input:not([type=radio], [type=checkbox]), select, textarea");

// Opens what an element is folded into, and leads to it.
function lead(element) {
  const folded = element.closest("details");
  if (folded) folded.open = true;
  element.focus();
  if (element.select) element.select();
  element.scrollIntoView({ block: "nearest" });
}

function unfold(link) {
  const target = document.querySelector(link.getAttribute("href"));
  if (!target) return false;
  target.open = true;
  lead(target.querySelector("[data-merge]") ?? target.querySelector("summary"));
  return true;
}

for (const link of document.querySelectorAll('a[href="#fix"], a[href="#merge"]')) {
  link.addEventListener("click", (event) => {
    if (unfold(link)) event.preventDefault();
  });
}

function press(key) {
  const element = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
  if (!element) return false;
  if (isField(element)) lead(element);
  else element.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || help.open) return;
  const field = isField(event.target);
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && fix?.contains(event.target)) {
    event.preventDefault();
    fix.querySelector("[data-save]").click();
  } else if (field && event.key === "Escape") {
    event.target.blur();
  } else if (!field && switchOn.checked && !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1) {
    if (press(event.key.toLowerCase())) event.preventDefault();
  }
});

// A decision is sent once, however often the key is pressed.
for (const form of document.querySelectorAll("form[method=post]")) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
}
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload(); // what the browser kept may have been judged since
});

const list = document.getElementById("actors");
let waiting = 0;
let asked = 0;

async function suggest(field) {
  const number = ++asked;
  const typed = field.value.trim();
  if (typed.length < 2) return;
  const answer = await fetch(`/review/actors?${new URLSearchParams({ q: typed })}`);
  if (!answer.ok || answer.redirected || number !== asked) return;
  const names = await answer.json();
  list.replaceChildren(...names.map(({ value, label }) => new Option(label, value)));
}

for (const field of document.querySelectorAll('input[list="actors"]')) {
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => suggest(field).catch(() => {}), PAUSE);
  });
}
