// Each plot that can be had as SVG can be had as PNG, too: the browser paints it.
const SCALE = 2;

async function png(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function offer(link) {
  const name = new URL(link.href).pathname.split("/").pop().replace(/\.svg$/, "");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "PNG";
  button.setAttribute("aria-label", `${link.textContent} as PNG`);
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      save(await png(link.href), `onrecord-${name}.png`);
    } catch {
      button.textContent = "not possible";
    }
    button.disabled = false;
  });
  link.after(" ", button);
}

function offers() {
  for (const link of document.querySelectorAll('.pictures a[href^="/plots/"]:not([data-offered])')) {
    link.dataset.offered = "";
    offer(link);
  }
}

offers();
document.addEventListener("counted", offers); // the plots came later
