// What takes long to count is counted while the reader reads: the same page is asked for with its counts, and
// the parts that were left out are taken from it. Without a script a link does the same.
const SLOW = 15; // seconds

for (const waiting of document.querySelectorAll("[data-counting]")) {
  const link = waiting.querySelector("a");
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  told.className = "busy";
  told.textContent = "Counting…";
  link.hidden = true;
  waiting.append(told);
  try {
    const signal = AbortSignal.timeout(1000 * SLOW);
    const answer = await fetch(waiting.dataset.counting, { signal });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of waiting.dataset.places.split(" ")) {
      const part = page.getElementById(id);
      if (part) document.getElementById(id).replaceWith(document.adoptNode(part));
    }
    document.dispatchEvent(new Event("counted"));
  } catch {
    told.remove();
    link.hidden = false;
  }
}
