// Comfort on the search page: choose a time by dragging across the columns, and keep searches in this
// browser. All of it can be had without: the columns and the table beneath are links, the address can be kept.

const LEAST = 4; // pixels: less than this is a click

function brush(figure) {
  const plot = figure.querySelector("svg.plot");
  const bins = [...plot.querySelectorAll("a[data-since]")];
  const group = plot.querySelector(".columns");
  if (bins.length < 2) return;
  figure.querySelector(".brushing").hidden = false;
  const shade = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  shade.setAttribute("class", "shade");
  let from = null;
  let chosen = [];

  const areas = () => bins.map((bin) => bin.querySelector(".area").getBoundingClientRect());
  const covered = (a, b) => {
    const [left, right] = [Math.min(a, b), Math.max(a, b)];
    return bins.filter((_, n) => areas()[n].right > left && areas()[n].left < right);
  };
  const paint = () => {
    const first = chosen[0].querySelector(".area");
    const last = chosen.at(-1).querySelector(".area");
    const start = Number(first.getAttribute("x"));
    shade.setAttribute("x", start);
    shade.setAttribute("y", 0);
    shade.setAttribute("width", Number(last.getAttribute("x")) + Number(last.getAttribute("width")) - start);
    shade.setAttribute("height", first.getAttribute("height"));
    if (!shade.parentNode) group.prepend(shade);
  };
  const stop = () => {
    from = null;
    chosen = [];
    shade.remove();
  };

  plot.addEventListener("dragstart", (event) => event.preventDefault());
  plot.addEventListener("pointerdown", (event) => {
    if (event.button === 0) from = event.clientX;
  });
  plot.addEventListener("pointermove", (event) => {
    if (from === null || Math.abs(event.clientX - from) < LEAST) return;
    plot.setPointerCapture(event.pointerId);
    chosen = covered(from, event.clientX);
    if (chosen.length) paint();
  });
  plot.addEventListener("pointerup", () => {
    if (!chosen.length) return stop();
    const address = new URL(figure.dataset.brush, location.href);
    address.searchParams.set("since", chosen[0].dataset.since);
    address.searchParams.set("until", chosen.at(-1).dataset.until);
    location.assign(address);
  });
  plot.addEventListener("click", (event) => {
    if (chosen.length) event.preventDefault();
  }, true);
  plot.addEventListener("pointercancel", stop);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") stop();
  });
}

const KEY = "onrecord.searches";

function kept() {
  try {
    const held = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return held.filter((one) => typeof one.name === "string" && /^\/search\?/.test(one.address));
  } catch {
    return [];
  }
}

function keep(searches) {
  try {
    localStorage.setItem(KEY, JSON.stringify(searches.slice(0, 100)));
    return true;
  } catch {
    return false; // a browser that keeps nothing
  }
}

function list() {
  const searches = kept();
  for (const place of document.querySelectorAll("[data-saved-list]")) {
    place.hidden = searches.length === 0;
    place.querySelector("ul").replaceChildren(...searches.map((one) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = one.address;
      link.textContent = one.name;
      const remove = document.createElement("button");
      remove.type = "button";
      remove.textContent = "remove";
      remove.setAttribute("aria-label", `Remove ${one.name}`);
      remove.addEventListener("click", () => {
        keep(kept().filter((other) => other.address !== one.address));
        list();
      });
      item.append(link, " ", remove);
      return item;
    }));
  }
  for (const button of document.querySelectorAll("[data-save]")) {
    const there = searches.some((one) => one.address === button.dataset.save);
    button.hidden = false;
    button.disabled = there;
    button.textContent = there ? "Saved in this browser" : "Save in this browser";
  }
}

function brushes() {
  for (const figure of document.querySelectorAll("[data-brush]")) brush(figure);
}

brushes();
document.addEventListener("counted", brushes); // the columns came later
for (const button of document.querySelectorAll("[data-save]")) {
  button.addEventListener("click", () => {
    const { save: address, name } = button.dataset;
    keep([{ name, address }, ...kept().filter((one) => one.address !== address)]);
    list();
  });
}
list();
