// Citations are copied by a button; without a script they can be selected on the statement's own page.
const TOLD = 2500; // milliseconds

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Browsers give no clipboard to pages that came over plain http from another machine.
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("not copied");
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const told = document.querySelector("[data-told]");
    let words = "Copied";
    try {
      await copy(button.dataset.copy);
    } catch {
      words = "Not copied: this browser does not allow it";
    }
    told.textContent = words;
    button.dataset.done = words;
    button.focus();
    setTimeout(() => {
      delete button.dataset.done;
      told.textContent = "";
    }, TOLD);
  });
}
